import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { money } from '../i18n/format.ts'
import { Localized } from '../i18n/localized.ts'
import { base } from './base.ts'

/** An amount as the citizen's language writes it. For long lists, use `money()` in the list's own template. */
@customElement('money-amount')
export class MoneyAmount extends LitElement {
  /** Integer cents; negative is money out. */
  @property({ type: Number }) cents = 0
  @property() currency = 'EUR'
  /** Writes a plus before what comes in. */
  @property({ type: Boolean }) signed = false

  static override styles = [
    base,
    css`
      :host {
        display: inline;
      }
      data {
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .in {
        color: var(--good);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    return html`<data value=${(this.cents / 100).toFixed(2)} class=${this.signed && this.cents > 0 ? 'in' : ''}
      >${money(this.cents, this.currency, { sign: this.signed })}</data
    >`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'money-amount': MoneyAmount
  }
}
