import { html, nothing } from 'lit/html.js'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { ApiProblem, get, post } from './api.ts'
import { consentMessages as words } from './consent-messages.ts'
import { type Controls, cancel, readControls } from './controls.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

interface Client {
  readonly client_id: string
  readonly client_name?: string
}

interface State {
  readonly controls: Controls | undefined
  readonly client: Client | undefined
  readonly webIds: readonly string[]
  /** The name of one of our own reviewed apps. */
  readonly own: Words | undefined
  readonly failure: Words | undefined
  readonly busy: boolean
}

/**
 * `/.account/oidc/pick-webid/` and `/.account/oidc/consent/`: who you are, to an app. Our own reviewed apps see no
 * question here (data are granted on the grant page); another app is shown as text alone, never its logo or markup.
 */
class ConsentPage extends LightElement<State> {
  protected override state: State = {
    controls: undefined,
    client: undefined,
    webIds: [],
    own: undefined,
    failure: undefined,
    busy: true,
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.start().catch((error: unknown) => this.failed(error))
  }

  protected override template() {
    const { failure } = this.state
    return frame(
      words.consentHeading,
      failure
        ? html`${problem(failure)}<p class="links"><a href="/">${t(messages.home)}</a></p>`
        : this.question(),
    )
  }

  private question() {
    const { busy, own, client, webIds } = this.state
    if (busy) {
      return own
        ? html`<p class="waiting" role="status">${t(words.opening, t(own))}</p>`
        : waiting(messages.wait)
    }
    const name = client?.client_name
    return html`<p class="lead">${t(words.strangerAsks)}</p>
      <form class="card" @submit=${this.submit}>
        <dl>
          <dt>${t(words.strangerAddress)}</dt>
          <dd>${client?.client_id}</dd>
          ${name ? html`<dt>${t(words.strangerName)}</dt><dd>${name}</dd>` : nothing}
        </dl>
        <fieldset>
          <legend>${t(words.asWhom)}</legend>
          ${webIds.map(
            (webId, index) => html`<label class="choice">
              <input type="radio" name="webId" value=${webId} ?checked=${index === 0} /><span>${webId}</span>
            </label>`,
          )}
        </fieldset>
        <p>${t(words.strangerLimits)}</p>
        <p class="actions">
          <button class="primary" type="submit">${t(words.goOn)}</button>
          <button type="button" @click=${this.cancel}>${t(messages.cancel)}</button>
        </p>
      </form>`
  }

  private async start(): Promise<void> {
    const controls = await readControls()
    const { oidc } = controls
    if (!oidc) throw new ApiProblem(409, words.nobodyWaits)
    this.change({ controls })
    const { prompt, location: next } = await get<{ prompt: string; location: string }>(oidc.prompt)
    if (prompt === 'account') {
      location.assign(next)
      return
    }
    const [{ client }, { webIds }, { apps }] = await Promise.all([
      get<{ client: Client }>(oidc.consent),
      get<{ webIds: string[] }>(oidc.webId),
      get<{ apps: { clientId: string; name: Words }[] }>('/.agent/apps'),
    ])
    const own = apps.find(({ clientId }) => clientId === client.client_id)?.name
    const [webId] = webIds
    if (webId === undefined) throw new ApiProblem(409, messages.noWebId)
    const isAnswered = prompt === 'consent' && takeAnswer() === client.client_id
    const asks = !isAnswered && (!own || (webIds.length > 1 && prompt !== 'consent'))
    this.change({ client, webIds, own, busy: !asks })
    if (!asks) await this.proceed(webId)
  }

  /** Picks the WebID, or consents, as the waiting log-in wants; the other comes back to this page. */
  private async proceed(webId: string): Promise<void> {
    const oidc = this.state.controls?.oidc
    if (!oidc) throw new ApiProblem(409, words.nobodyWaits)
    this.change({ busy: true })
    const { prompt } = await get<{ prompt: string }>(oidc.prompt)
    const answer =
      prompt === 'consent'
        ? await post<{ location: string }>(oidc.consent, { remember: true })
        : await post<{ location: string }>(oidc.webId, { webId, remember: true })
    if (prompt !== 'consent') sessionStorage.setItem(answered, this.state.client?.client_id ?? '')
    location.assign(answer.location)
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault()
    const webId = String(new FormData(event.target as HTMLFormElement).get('webId'))
    this.proceed(webId).catch((error: unknown) => this.failed(error))
  }

  private async cancel(): Promise<void> {
    const { controls } = this.state
    if (controls) location.assign(await cancel(controls))
  }

  private failed(error: unknown): void {
    // The account API refuses a log-in that has ended, or that another tab has taken: the app must begin again.
    const ended = !(error instanceof ApiProblem) || (error.status >= 400 && error.status < 500)
    const failure = ended && !isOurs(error) ? words.nobodyWaits : (error as ApiProblem).words
    this.change({ failure, busy: false })
  }
}

/** Of which app the question was answered in this tab: it is asked for the WebID first, for the consent then. */
const answered = 'traboule:answered'

/** It counts once. */
function takeAnswer(): string | null {
  const clientId = sessionStorage.getItem(answered)
  sessionStorage.removeItem(answered)
  return clientId
}

const isOurs = (error: unknown): boolean => error instanceof ApiProblem && error.words === messages.noWebId

customElements.define('consent-page', ConsentPage)
