import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Localized } from '../i18n/localized.ts'
import { t } from '../i18n/t.ts'
import { base } from './base.ts'
import { nextIcon, previousIcon } from './icons.ts'
import { messages } from './messages.ts'

export const periodUnits = ['day', 'week', 'month', 'year'] as const
export type PeriodUnit = (typeof periodUnits)[number]

/**
 * Chooses how long a period is, and which one.
 *
 * @fires unit-change - with the `PeriodUnit` as `detail`
 * @fires period-step - with -1 (previous) or 1 (next) as `detail`
 */
@customElement('period-nav')
export class PeriodNav extends LitElement {
  @property({ attribute: false }) units: readonly PeriodUnit[] = periodUnits
  @property() unit: PeriodUnit = 'month'
  /** The period shown, in words. */
  @property() label = ''
  @property({ type: Boolean }) first = false
  @property({ type: Boolean }) last = false

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
      .units {
        display: flex;
        background: var(--sunken);
        border-radius: var(--radius-small);
        padding: 3px;
      }
      .units label {
        position: relative;
        flex: auto;
        display: grid;
        place-items: center;
        min-block-size: var(--target);
        padding: 0 var(--space-3);
        border-radius: calc(var(--radius-small) - 2px);
        font-weight: 500;
        cursor: pointer;
      }
      input {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        min-block-size: 0;
        block-size: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      label:has(:checked) {
        background: var(--surface);
        color: var(--accent-strong);
        font-weight: 700;
        box-shadow: 0 0 0 1px var(--edge);
      }
      label:has(:focus-visible) {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }
      .step {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      .step p {
        flex: 1;
        text-align: center;
        font: 600 var(--size-large) / 1.2 var(--font-title);
      }
      .step button {
        padding: 0;
      }
      @media (forced-colors: active) {
        label:has(:checked) {
          outline: 2px solid Highlight;
        }
      }
      @media (min-width: 44rem) {
        :host {
          grid-template-columns: 22rem 1fr;
          align-items: center;
        }
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    return html`
      <fieldset>
        <legend class="unseen">${t(messages.period)}</legend>
        <div class="units">
          ${this.units.map(
            (unit) => html`<label>
              <input type="radio" name="unit" .checked=${unit === this.unit} @change=${() => this.say('unit-change', unit)} />
              ${t(messages[unit])}
            </label>`,
          )}
        </div>
      </fieldset>
      <div class="step">
        <button type="button" aria-label=${t(messages.previous)} ?disabled=${this.first}
          @click=${() => this.say('period-step', -1)}>${previousIcon}</button>
        <p aria-live="polite">${this.label}</p>
        <button type="button" aria-label=${t(messages.next)} ?disabled=${this.last}
          @click=${() => this.say('period-step', 1)}>${nextIcon}</button>
      </div>
    `
  }

  private say(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'period-nav': PeriodNav
  }
}
