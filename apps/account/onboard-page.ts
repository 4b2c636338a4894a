import { html, nothing } from 'lit/html.js'
import { t, type Words } from '../shared/i18n/t.ts'
import { categoryOf, iconOf, readCategories } from '../shared/known-categories.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import './account.css'
import { type ApiProblem, get, post, remove, unreachable } from './api.ts'
import { type Controls, readControls } from './controls.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import './log-in-form.ts'
import { messages } from './messages.ts'
import { onboardMessages as words } from './onboard-messages.ts'
import type { Reader } from './readers-question.ts'

interface Asked {
  readonly partner: { readonly name: string; readonly domain: string }
  /** Where a no leads: an address of the partner, checked by the server. */
  readonly refuse: string
  readonly loggedIn: boolean
  readonly pods: readonly string[]
  readonly webIds: readonly string[]
  readonly readers: readonly Reader[]
}

interface State {
  readonly asked: Asked | undefined
  /** The one that is chosen, of several. */
  readonly pod: string | undefined
  /** How readers are asked about, where there are any. */
  readonly readers: typeof import('./readers-question.ts') | undefined
  readonly controls: Controls | undefined
  readonly failure: Words | undefined
  readonly busy: boolean
}

/** `/.agent/onboard`: a partner's site has sent its customer here; who asks, to add what, where; and back to the partner. */
class OnboardPage extends LightElement<State> {
  protected override state: State = {
    asked: undefined,
    pod: undefined,
    readers: undefined,
    controls: undefined,
    failure: undefined,
    busy: false,
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.load()
  }

  protected override template() {
    const { asked, failure } = this.state
    return frame(
      words.heading,
      html`${failure ? problem(failure) : nothing}
        ${asked ? this.question(asked) : failure ? nothing : waiting(messages.wait)}`,
    )
  }

  private question(asked: Asked) {
    const { partner, loggedIn, refuse } = asked
    const category = categoryOf(partner.domain)
    const no = html`<button type="button" @click=${() => location.assign(refuse)}>${t(words.refuse)}</button>`
    return html`<p class="lead">${t(words.asks, partner.name)}</p>
      <section class="card">
        <h2>${iconOf(partner.domain)} ${category ? t(category.label) : partner.domain}</h2>
        ${category ? html`<p>${t(category.description)}</p>` : nothing}
        <p>${t(words.limits)}</p>
        ${
          loggedIn
            ? this.answers(asked, no)
            : html`<log-in-form .controls=${this.state.controls} @logged-in=${this.load}></log-in-form>
              <p class="actions">${no}</p>`
        }
      </section>`
  }

  private answers({ partner, pods, webIds, readers }: Asked, no: unknown) {
    const { pod = pods[0], busy } = this.state
    const asked = readers.filter((it) => it.pod === pod)
    const space = html`<fieldset>
        <legend>${t(words.into)}</legend>
        ${pods.map(
          (it) => html`<label class="choice">
            <input type="radio" name="pod" value=${it} ?checked=${it === pod} @change=${() => this.choose(it)} /><span>${it}</span>
          </label>`,
        )}
      </fieldset>
      <p class="small">${t(words.lured, partner.name)}</p>
      ${asked.length > 0 ? this.state.readers?.readersQuestion(partner.name, asked) : nothing}`
    return html`<form @submit=${this.allow}>
      ${pods.length > 0 ? space : html`<p>${t(messages.noWebId)}</p>`}
      <p class="who">
        <span>${t(messages.you)} <strong>${citizenName(webIds[0])}</strong></span>
        <button class="plain" type="button" @click=${this.changeAccount}>${t(words.changeAccount)}</button>
      </p>
      <p class="actions">
        <button class="primary" type="submit" ?disabled=${busy || pods.length === 0}>
          ${t(words.allow)}
        </button>
        ${no}
      </p>
    </form>`
  }

  private async load(): Promise<void> {
    try {
      const [asked] = await Promise.all([get<Asked>(`/.agent/onboard${location.search}`), readCategories()])
      const controls = asked.loggedIn ? undefined : await readControls()
      const readers = asked.readers.length > 0 ? await import('./readers-question.ts') : undefined
      this.change({ asked, controls, readers, busy: false })
    } catch (error) {
      this.change({ asked: undefined, failure: (error as Partial<ApiProblem>).words ?? unreachable })
    }
  }

  /** Another pod has other readers: nobody stays ticked. */
  private choose(pod: string): void {
    for (const box of this.querySelectorAll<HTMLInputElement>('[name=reader]')) box.checked = false
    this.change({ pod })
  }

  private async changeAccount(): Promise<void> {
    this.change({ busy: true, failure: undefined })
    try {
      await remove('/.agent/session')
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words })
    }
    await this.load()
  }

  private async allow(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const pod = new FormData(form).get('pod')
    const readers = new FormData(form).getAll('reader')
    this.change({ busy: true, failure: undefined })
    try {
      const answer = await post<{ location: string }>(`/.agent/onboard${location.search}`, { pod, readers })
      location.assign(answer.location)
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words, busy: false })
    }
  }
}

customElements.define('onboard-page', OnboardPage)
