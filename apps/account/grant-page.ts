import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { categoryOf } from '#vocab/categories'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { ApiProblem, get, post } from './api.ts'
import { type Controls, readControls } from './controls.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import './log-in-form.ts'
import { messages } from './messages.ts'

interface Need {
  readonly category: string
  readonly why: Words
  readonly required: boolean
  readonly containers: readonly {
    readonly url: string
    readonly partner: { readonly name: string }
    readonly alreadyGranted: boolean
  }[]
}

interface GrantRequest {
  readonly client: { readonly id: string; readonly name: Words; readonly url: string }
  /** An address of the app itself, checked by the server. */
  readonly return: string
  readonly needs: readonly Need[]
}

/** The authorization agent's page: who asks, for what, why; the citizen's answer; and back to the app. */
@customElement('grant-page')
export class GrantPage extends LightElement {
  @state() private request: GrantRequest | undefined
  @state() private controls: Controls | undefined
  @state() private failure: Words | undefined
  @state() private step: 'loading' | 'log-in' | 'question' | 'busy' = 'loading'

  override connectedCallback(): void {
    super.connectedCallback()
    void this.load()
  }

  override render() {
    return frame(
      messages.grantHeading,
      html`${this.failure ? problem(this.failure) : nothing}${this.content()}`,
    )
  }

  private content() {
    switch (this.step) {
      case 'loading':
        return this.failure ? nothing : waiting(messages.wait)
      case 'log-in':
        return html`<p class="lead">${t(messages.logInWhy)}</p>
          <section class="card">
            <log-in-form .controls=${this.controls} @logged-in=${this.load}></log-in-form>
          </section>`
      default:
        return this.request ? this.question(this.request) : nothing
    }
  }

  private question({ client, needs, return: back }: GrantRequest) {
    const possible = needs.some(({ containers }) => containers.length > 0)
    return html`<p class="lead">${t(messages.asks, t(client.name))}</p>
      <form class="card" @submit=${this.allow}>
        ${needs.map((need) => this.need(need))}
        <p>${t(messages.limits)}</p>
        <p class="small">${t(messages.reviewed)}</p>
        <p class="actions">
          ${
            possible
              ? html`<button class="primary" type="submit" ?disabled=${this.step === 'busy'}>${t(messages.allow)}</button>
                <button type="button" @click=${() => location.assign(back)}>${t(messages.refuse)}</button>`
              : html`<a class="button primary" href="/.account/">${t(messages.connectFirst)}</a>
                <a class="button" href=${back}>${t(messages.backToApp)}</a>`
          }
        </p>
      </form>`
  }

  private need({ category, why, required, containers }: Need) {
    const known = categoryOf(category)
    const partners = [...new Set(containers.map(({ partner }) => partner.name))]
    const names = new Intl.ListFormat(document.documentElement.lang).format(partners)
    return html`<fieldset class="need">
      <legend>${known ? t(known.label) : category}</legend>
      ${known ? html`<p>${t(known.description)}</p>` : nothing}
      <p class="why">${t(why)}</p>
      ${
        containers.length === 0
          ? html`<p class="small">${t(messages.noPartner)}</p>`
          : html`<p class="small">
              ${t(messages.sentBy, names)}
              ${containers.every(({ alreadyGranted }) => alreadyGranted) ? ` · ${t(messages.already)}` : nothing}
            </p>
            ${
              required
                ? html`<input type="hidden" name="category" value=${category} />`
                : html`<label class="choice">
                  <input type="checkbox" name="category" value=${category} checked /><span>${t(messages.allow)}</span>
                </label>`
            }`
      }
    </fieldset>`
  }

  private async load(): Promise<void> {
    try {
      const { searchParams } = new URL(location.href)
      const asked = new URLSearchParams({
        client_id: searchParams.get('client_id') ?? '',
        return: searchParams.get('return') ?? '',
      })
      const { loggedIn } = await get<{ loggedIn: boolean }>('/.agent/session')
      this.failure = undefined
      if (!loggedIn) {
        this.controls = await readControls()
        this.step = 'log-in'
        return
      }
      this.request = await get<GrantRequest>(`/.agent/request?${asked}`)
      this.step = 'question'
    } catch (error) {
      this.step = 'loading'
      this.failure = error instanceof ApiProblem ? error.words : messages.noClient
    }
  }

  private async allow(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { request } = this
    const categories = new FormData(event.target as HTMLFormElement).getAll('category')
    if (!request) return
    this.step = 'busy'
    this.failure = undefined
    try {
      if (categories.length > 0) await post('/.agent/grants', { client_id: request.client.id, categories })
      location.assign(request.return)
    } catch (error) {
      this.failure = (error as ApiProblem).words
      this.step = 'question'
    }
  }
}
