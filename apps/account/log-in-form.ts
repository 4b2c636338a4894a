import { html, nothing } from 'lit/html.js'
import { t, type Words } from '../shared/i18n/t.ts'
import { type ApiProblem, get, post } from './api.ts'
import type { Controls } from './controls.ts'
import { problem } from './frame.ts'
import { LightElement } from './light-element.ts'
import { logInMessages as words } from './log-in-messages.ts'
import { messages } from './messages.ts'

interface State {
  readonly controls: Controls | undefined
  readonly busy: boolean
  readonly wrong: Words | undefined
  /** Whoever comes may make an account. */
  readonly isOpen: boolean | undefined
}

/**
 * E-mail and password, and the other ways, which are loaded behind them.
 *
 * @fires logged-in - with `detail.location` where a waiting app's log-in goes on, if one waits
 */
export class LogInForm extends LightElement<State> {
  protected override state: State = { controls: undefined, busy: false, wrong: undefined, isOpen: undefined }

  override connectedCallback(): void {
    super.connectedCallback()
    void import('./other-log-ins.ts')
    void import('./show-password.ts')
    get<{ isOpen: boolean }>('/.agent/join').then(
      ({ isOpen }) => this.change({ isOpen }),
      () => {},
    )
  }

  set controls(controls: Controls | undefined) {
    if (controls !== this.state.controls) this.change({ controls })
  }

  protected override template() {
    const { controls, busy, wrong, isOpen } = this.state
    return html`<form @submit=${this.submit} novalidate>
      ${wrong ? problem(wrong) : nothing}
      <label for="email">${t(words.email)}</label>
      <input id="email" name="email" type="email" autocomplete="username webauthn" autocapitalize="none" required />
      <label for="password">${t(words.password)}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required />
      <show-password></show-password>
      <button class="primary" type="submit" ?disabled=${busy || !controls}>
        ${t(busy ? messages.wait : words.logIn)}
      </button>
      <other-log-ins></other-log-ins>
      <p class="links">
        <a href="/.account/reset/">${t(words.forgotten)}</a>
        ${isOpen ? html`<a href="/.account/join/">${t(words.join)}</a>` : nothing}
      </p>
      ${isOpen === false ? html`<p class="small">${t(words.noAccount)}</p>` : nothing}
    </form>`
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const [email, password] = [String(data.get('email')).trim(), String(data.get('password'))]
    if (!email || !password) {
      this.change({ wrong: words.missing })
      return
    }
    this.change({ busy: true, wrong: undefined })
    try {
      const url = this.state.controls?.password.login ?? ''
      const answer = await post<{ location?: string }>(url, { email, password, remember: true })
      this.dispatchEvent(new CustomEvent('logged-in', { detail: { location: answer.location } }))
    } catch (error) {
      this.change({ busy: false, wrong: wordsOf(error as ApiProblem) })
      this.querySelector<HTMLInputElement>('#password')?.focus()
    }
  }
}

function wordsOf({ status, words: said }: ApiProblem) {
  if (status === 429) return words.tooManyTries
  return status >= 400 && status < 500 ? words.wrongPassword : said
}

customElements.define('log-in-form', LogInForm)

/** For pages that load the form only when it is needed. */
export const { logInWhy } = words
