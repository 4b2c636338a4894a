import { html, nothing } from 'lit/html.js'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import type { ApiProblem } from './api.ts'
import { type Controls, cancel, readControls } from './controls.ts'
import { frame, problem } from './frame.ts'
import { LightElement } from './light-element.ts'
import './log-in-form.ts'
import { logInMessages as words } from './log-in-messages.ts'
import { messages } from './messages.ts'

interface State {
  readonly controls: Controls | undefined
  readonly failure: Words | undefined
}

/** `/.account/login/`: for an app that waits, or for the account itself. */
class LoginPage extends LightElement<State> {
  protected override state: State = { controls: undefined, failure: undefined }

  override connectedCallback(): void {
    super.connectedCallback()
    readControls().then(
      (controls) => this.change({ controls }),
      ({ words: failure }: ApiProblem) => this.change({ failure }),
    )
  }

  protected override template() {
    const { controls, failure } = this.state
    return frame(
      words.logInHeading,
      html`<p class="lead">${t(words.logInWhy)}</p>
        ${failure ? problem(failure) : nothing}
        <section class="card">
          <log-in-form .controls=${controls} @logged-in=${this.goOn}></log-in-form>
          ${controls?.oidc ? html`<button type="button" @click=${this.cancel}>${t(messages.cancel)}</button>` : nothing}
        </section>`,
    )
  }

  private goOn({ detail }: CustomEvent<{ location?: string }>): void {
    location.assign(detail.location ?? '/.account/')
  }

  private async cancel(): Promise<void> {
    const { controls } = this.state
    if (controls) location.assign(await cancel(controls))
  }
}

customElements.define('login-page', LoginPage)
