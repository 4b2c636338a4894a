import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import type { ApiProblem } from './api.ts'
import { type Controls, cancel, readControls } from './controls.ts'
import { frame, problem } from './frame.ts'
import { LightElement } from './light-element.ts'
import './log-in-form.ts'
import { messages } from './messages.ts'

/** `/.account/login/`: for an app that waits, or for the account itself. */
@customElement('login-page')
export class LoginPage extends LightElement {
  @state() private controls: Controls | undefined
  @state() private failure: Words | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    readControls().then(
      (controls) => {
        this.controls = controls
      },
      (error: ApiProblem) => {
        this.failure = error.words
      },
    )
  }

  override render() {
    return frame(
      messages.logInHeading,
      html`<p class="lead">${t(messages.logInWhy)}</p>
        ${this.failure ? problem(this.failure) : nothing}
        <section class="card">
          <log-in-form .controls=${this.controls} @logged-in=${this.goOn}></log-in-form>
          ${
            this.controls?.oidc
              ? html`<button type="button" @click=${this.cancel}>${t(messages.cancel)}</button>`
              : nothing
          }
        </section>`,
    )
  }

  private goOn({ detail }: CustomEvent<{ location?: string }>): void {
    location.assign(detail.location ?? '/.account/')
  }

  private async cancel(): Promise<void> {
    if (this.controls) location.assign(await cancel(this.controls))
  }
}
