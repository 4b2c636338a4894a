import { html } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'
import { LightElement } from './light-element.ts'

const words = { show: { fr: 'Montrer le mot de passe', en: 'Show the password' } } satisfies Messages

interface State {
  readonly isShown: boolean
}

/** Shows the password in the field before it, to whoever types it; hidden again when it is sent. */
class ShowPassword extends LightElement<State> {
  protected override state: State = { isShown: false }
  private readonly hide = () => this.show(false)

  override connectedCallback(): void {
    super.connectedCallback()
    // A browser offers to keep what was sent from a field for passwords.
    this.closest('form')?.addEventListener('submit', this.hide, { capture: true })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.show(false)
  }

  protected override template() {
    const { isShown } = this.state
    return html`<button type="button" class="plain" aria-pressed=${isShown} aria-controls=${this.field?.id ?? ''}
      @click=${() => this.show(!isShown)}>${t(words.show)}</button>`
  }

  private get field(): HTMLInputElement | undefined {
    return this.previousElementSibling instanceof HTMLInputElement ? this.previousElementSibling : undefined
  }

  private show(isShown: boolean): void {
    const { field } = this
    if (field)
      Object.assign(field, { type: isShown ? 'text' : 'password', spellcheck: false, autocapitalize: 'none' })
    this.change({ isShown })
  }
}

customElements.define('show-password', ShowPassword)
