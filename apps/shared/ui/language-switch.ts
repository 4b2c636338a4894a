import { css, html, LitElement } from 'lit'
import { customElement } from 'lit/decorators.js'
import { language, setLanguage } from '../i18n/language.ts'
import { Localized } from '../i18n/localized.ts'
import { t } from '../i18n/t.ts'
import { base } from './base.ts'
import { messages } from './messages.ts'

/** One button, named in the other language. */
@customElement('language-switch')
export class LanguageSwitch extends LitElement {
  static override styles = [
    base,
    css`
      button {
        padding-inline: 0;
        border: 0;
        font-weight: 500;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      button:hover {
        background: none;
        text-decoration-thickness: 2px;
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const other = language() === 'fr' ? 'en' : 'fr'
    return html`<button class="plain" type="button" lang=${other} @click=${() => setLanguage(other)}>
      ${t(messages.otherLanguage)}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'language-switch': LanguageSwitch
  }
}
