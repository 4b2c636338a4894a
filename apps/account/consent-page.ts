import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { ApiProblem, get, post } from './api.ts'
import { type Controls, cancel, readControls } from './controls.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

interface Client {
  readonly client_id: string
  readonly client_name?: string
}

/**
 * `/.account/oidc/pick-webid/` and `/.account/oidc/consent/`: who you are, to an app. Our own reviewed apps see no
 * question here (data are granted on the grant page); another app is shown as text alone, never its logo or markup.
 */
@customElement('consent-page')
export class ConsentPage extends LightElement {
  @state() private controls: Controls | undefined
  @state() private client: Client | undefined
  @state() private webIds: readonly string[] = []
  @state() private own: Words | undefined
  @state() private failure: Words | undefined
  @state() private busy = true

  override connectedCallback(): void {
    super.connectedCallback()
    this.start().catch((error: ApiProblem) => {
      this.failure = error.words ?? messages.nobodyWaits
      this.busy = false
    })
  }

  override render() {
    return frame(messages.consentHeading, this.failure ? problem(this.failure) : this.question())
  }

  private question() {
    if (this.busy) {
      return this.own
        ? html`<p class="waiting" role="status">${t(messages.opening, t(this.own))}</p>`
        : waiting(messages.wait)
    }
    return html`<p class="lead">${t(messages.strangerAsks)}</p>
      <form class="card" @submit=${this.submit}>
        <dl>
          <dt>${t(messages.strangerAddress)}</dt>
          <dd>${this.client?.client_id}</dd>
          ${
            this.client?.client_name
              ? html`<dt>${t(messages.strangerName)}</dt><dd>${this.client.client_name}</dd>`
              : nothing
          }
        </dl>
        <fieldset>
          <legend>${t(messages.asWhom)}</legend>
          ${this.webIds.map(
            (webId, index) => html`<label class="choice">
              <input type="radio" name="webId" value=${webId} ?checked=${index === 0} /><span>${webId}</span>
            </label>`,
          )}
        </fieldset>
        <p>${t(messages.strangerLimits)}</p>
        <p class="actions">
          <button class="primary" type="submit">${t(messages.goOn)}</button>
          <button type="button" @click=${this.cancel}>${t(messages.cancel)}</button>
        </p>
      </form>`
  }

  private async start(): Promise<void> {
    const controls = await readControls()
    const { oidc } = controls
    if (!oidc) throw new ApiProblem(409, messages.nobodyWaits)
    this.controls = controls
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
    this.client = client
    this.webIds = webIds
    this.own = apps.find(({ clientId }) => clientId === client.client_id)?.name
    const [webId] = webIds
    if (webId === undefined) throw new ApiProblem(409, messages.noWebId)
    if (this.own && (webIds.length === 1 || prompt === 'consent')) await this.proceed(webId)
    else this.busy = false
  }

  /** Picks the WebID, or consents, as the waiting log-in wants; the other comes back to this page. */
  private async proceed(webId: string): Promise<void> {
    const oidc = this.controls?.oidc
    if (!oidc) throw new ApiProblem(409, messages.nobodyWaits)
    this.busy = true
    const { prompt } = await get<{ prompt: string }>(oidc.prompt)
    const answer =
      prompt === 'consent'
        ? await post<{ location: string }>(oidc.consent, { remember: true })
        : await post<{ location: string }>(oidc.webId, { webId, remember: true })
    location.assign(answer.location)
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault()
    const webId = String(new FormData(event.target as HTMLFormElement).get('webId'))
    this.proceed(webId).catch((error: ApiProblem) => {
      this.failure = error.words
    })
  }

  private async cancel(): Promise<void> {
    if (this.controls) location.assign(await cancel(this.controls))
  }
}
