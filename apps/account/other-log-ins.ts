import { html, nothing } from 'lit/html.js'
import { type Messages, t, type Words } from '../shared/i18n/t.ts'
import type { ApiProblem } from './api.ts'
import { canUsePasskeys } from './can-use-passkeys.ts'
import { problem } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

const words = {
  heading: { fr: 'Autrement', en: 'Another way' },
  byPasskey: { fr: 'Se connecter avec une clé d’accès', en: 'Log in with a passkey' },
  byCode: {
    fr: 'Appareil ou mot de passe perdu ? Entrez avec un code de secours.',
    en: 'A lost device or password? Come in with a recovery code.',
  },
} satisfies Messages

interface State {
  readonly busy: boolean
  readonly wrong: Words | undefined
}

/**
 * The ways to log in but by password: a passkey, from a button or from the field of the e-mail address, and the page of
 * recovery codes.
 *
 * @fires logged-in - as `log-in-form` does
 */
class OtherLogIns extends LightElement<State> {
  protected override state: State = { busy: false, wrong: undefined }

  override connectedCallback(): void {
    super.connectedCallback()
    if (canUsePasskeys) setTimeout(() => void this.offer(), 300)
  }

  protected override template() {
    const { busy, wrong } = this.state
    return html`<fieldset>
      <legend>${t(words.heading)}</legend>
      ${wrong ? problem(wrong) : nothing}
      ${
        canUsePasskeys
          ? html`<button type="button" ?disabled=${busy} @click=${() => this.logIn()}>
              ${t(busy ? messages.wait : words.byPasskey)}
            </button>`
          : nothing
      }
      <p class="small"><a href="/.account/login/code/">${t(words.byCode)}</a></p>
    </fieldset>`
  }

  private async logIn(): Promise<void> {
    this.change({ busy: true, wrong: undefined })
    try {
      this.leave(await (await import('./passkey.ts')).logIn())
    } catch (error) {
      this.change({ busy: false, wrong: (error as ApiProblem).words })
      await this.offer()
    }
  }

  private async offer(): Promise<void> {
    try {
      const answer = await (await import('./passkey.ts')).logInByField()
      if (answer) this.leave(answer)
    } catch (error) {
      this.change({ wrong: (error as ApiProblem).words })
    }
  }

  private leave({ location }: { readonly location?: string }): void {
    this.dispatchEvent(new CustomEvent('logged-in', { bubbles: true, detail: { location } }))
  }
}

customElements.define('other-log-ins', OtherLogIns)
