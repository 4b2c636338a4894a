import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { t, type Words } from '../shared/i18n/t.ts'
import { ApiProblem, post } from './api.ts'
import type { Controls } from './controls.ts'
import { problem } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

/**
 * E-mail and password.
 *
 * @fires logged-in - with `detail.location` where a waiting app's log-in goes on, if one waits
 */
@customElement('log-in-form')
export class LogInForm extends LightElement {
  @property({ attribute: false }) controls: Controls | undefined
  @state() private busy = false
  @state() private wrong: Words | undefined

  override render() {
    const links = this.controls?.html?.password
    return html`<form @submit=${this.submit} novalidate>
      ${this.wrong ? problem(this.wrong) : nothing}
      <label for="email">${t(messages.email)}</label>
      <input id="email" name="email" type="email" autocomplete="username" autocapitalize="none" required />
      <label for="password">${t(messages.password)}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required />
      <button class="primary" type="submit" ?disabled=${this.busy || !this.controls}>
        ${t(this.busy ? messages.wait : messages.logIn)}
      </button>
      <p class="links">
        ${links?.register ? html`<a href=${links.register}>${t(messages.signUp)}</a>` : nothing}
        ${links?.forgot ? html`<a href=${links.forgot}>${t(messages.forgot)}</a>` : nothing}
      </p>
    </form>`
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const [email, password] = [String(data.get('email')).trim(), String(data.get('password'))]
    if (!email || !password) {
      this.wrong = messages.missing
      return
    }
    this.busy = true
    this.wrong = undefined
    try {
      const url = this.controls?.password.login ?? ''
      const answer = await post<{ location?: string }>(url, { email, password, remember: true })
      this.dispatchEvent(new CustomEvent('logged-in', { detail: { location: answer.location } }))
    } catch (error) {
      const refused = error instanceof ApiProblem && error.status >= 400 && error.status < 500
      this.wrong = refused ? messages.wrongPassword : (error as ApiProblem).words
      this.busy = false
      this.querySelector<HTMLInputElement>('#password')?.focus()
    }
  }
}
