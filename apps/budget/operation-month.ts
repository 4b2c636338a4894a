import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { capital, dayName, dayShort, money, monthName } from '../shared/i18n/format.ts'
import { Localized } from '../shared/i18n/localized.ts'
import { t } from '../shared/i18n/t.ts'
import { base } from '../shared/ui/base.ts'
import type { MonthView, OperationView } from './data.ts'
import { later } from './later.ts'
import { messages } from './messages.ts'

/** One month's operations. Its heading is there at once, its rows when they are near or the page is idle. */
@customElement('operation-month')
export class OperationMonth extends LitElement {
  @property({ attribute: false }) view: MonthView | undefined
  @property() currency = 'EUR'

  @state() private drawn = false

  static override styles = [
    base,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 var(--space-3);
        padding-block: var(--space-4) var(--space-2);
      }
      .rows {
        padding: 0 var(--space-4);
        content-visibility: auto;
      }
      li {
        display: grid;
        grid-template-columns: 7rem minmax(0, 1fr) auto;
        align-items: baseline;
        gap: 0 var(--space-3);
        min-block-size: 3.25rem;
        padding-block: var(--space-3);
        border-block-end: 1px solid var(--line);
      }
      li:last-child {
        border: 0;
      }
      time,
      .amount {
        white-space: nowrap;
      }
      .label {
        min-inline-size: 0;
      }
      .in {
        color: var(--good);
        font-weight: 600;
      }
      details {
        grid-column: 2 / -1;
      }
      summary {
        font-size: var(--size-small);
      }
      @media (max-width: 30rem) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        time {
          grid-column: 1 / -1;
        }
        details {
          grid-column: 1 / -1;
        }
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.drawn) return
    later.add(this, () => {
      this.drawn = true
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    later.drop(this)
  }

  override render() {
    const { view } = this
    if (!view) return nothing
    const sums = [money(view.cameIn, this.currency), money(view.wentOut, this.currency)] as const
    return html`
      <header>
        <h3 tabindex="-1">${capital(monthName(view.month))}</h3>
        <p class="muted small figures">${t(messages.monthSums, ...sums)}</p>
      </header>
      ${
        this.drawn
          ? html`<ol class="card rows">${repeat(view.operations, ({ key }) => key, row)}</ol>`
          : html`<div class="card rows later"></div>`
      }
    `
  }

  override updated(): void {
    // The room that the rows will take, so that the scroll bar tells the truth. Styles of a live element pass any CSP.
    const rows = this.renderRoot.querySelector<HTMLElement>('.rows')
    if (!rows) return
    const height = `${(this.view?.operations.length ?? 0) * 56}px`
    rows.style.containIntrinsicBlockSize = `auto ${height}`
    rows.style.minBlockSize = this.drawn ? '' : height
  }
}

function row({ operation, earlier, sameAs }: OperationView) {
  const { bookingDate, label, memo, amountCents, currency } = operation
  return html`<li>
    <time class="muted small" datetime=${bookingDate}>${dayShort(bookingDate)}</time>
    <div class="label">${label}${memo ? html`<p class="muted small">${memo}</p>` : nothing}</div>
    <data class=${`amount figures${sameAs ? ' muted' : amountCents > 0 ? ' in' : ''}`} value=${(amountCents / 100).toFixed(2)}
      >${money(amountCents, currency, { sign: true })}</data>
    ${earlier.length > 0 ? corrected(earlier) : nothing} ${sameAs ? second(sameAs, amountCents) : nothing}
  </li>`
}

/** @param cents of the second: another amount than that of what counts is the sum of a batch. */
function second({ operation: { bookingDate, label, amountCents, currency } }: OperationView, cents: number) {
  const amount = money(amountCents, currency, { sign: true })
  const why = cents === amountCents ? messages.secondWhy : messages.batchWhy
  return html`<details>
    <summary>${t(messages.second)}</summary>
    <p class="small">${t(why, t(messages.version, dayName(bookingDate), label, amount))}</p>
  </details>`
}

function corrected(earlier: OperationView['earlier']) {
  return html`<details>
    <summary>${t(messages.corrected)}</summary>
    <p class="small">${t(messages.correctedWhy)}</p>
    <ul class="small">${earlier.map(
      ({ bookingDate, label, amountCents, currency }) =>
        html`<li class="version">${t(messages.version, dayName(bookingDate), label, money(amountCents, currency, { sign: true }))}</li>`,
    )}</ul>
  </details>`
}

declare global {
  interface HTMLElementTagNameMap {
    'operation-month': OperationMonth
  }
}
