import { css, html, LitElement, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { capital, currencySign, money, monthName, monthShort, wholeNumber } from '../shared/i18n/format.ts'
import { Localized } from '../shared/i18n/localized.ts'
import { t } from '../shared/i18n/t.ts'
import { GrantedData } from '../shared/pod/granted-data.ts'
import { base } from '../shared/ui/base.ts'
import '../shared/ui/data-chart.ts'
import { gate } from '../shared/ui/gate.ts'
import '../shared/ui/search-box.ts'
import './account-cards.ts'
import { accountChoice } from './account-cards.ts'
import { BudgetModel, type BudgetView, lastMonths } from './data.ts'
import { later } from './later.ts'
import { messages } from './messages.ts'
import './operation-month.ts'
import type { OperationMonth } from './operation-month.ts'
import { searchMonths } from './search.ts'

/** The citizen's accounts, what came in and went out, and every operation. */
@customElement('budget-app')
export class BudgetApp extends LitElement {
  @state() private query = ''
  @state() private accountKey = ''

  private readonly data = new GrantedData(this, 'bank')
  private readonly model = new BudgetModel()

  static override styles = [
    base,
    css`
      section {
        margin-block-end: var(--space-6);
      }
      section > h2 {
        margin-block-end: var(--space-3);
      }
      .filters {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
        margin-block-end: var(--space-2);
      }
      .filters label {
        display: grid;
        gap: var(--space-1);
        font-weight: 600;
        min-inline-size: 0;
      }
      select {
        inline-size: 100%;
        min-inline-size: 0;
      }
      @media (min-width: 44rem) {
        .filters {
          grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
          align-items: start;
        }
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    return gate(this.data, messages, () => this.figures(this.model.view(this.data.snapshot.documents)))
  }

  override updated(): void {
    // What is far below the screen can wait until all has been read.
    later.hold(this.data.snapshot.phase === 'reading')
  }

  private figures(view: BudgetView) {
    return html`
      <section aria-labelledby="accounts">
        <h2 id="accounts">${t(messages.accounts)}</h2>
        <account-cards .accounts=${view.accounts}></account-cards>
      </section>
      ${view.months.length > 0 ? html`${this.chart(view)} ${this.operations(view)}` : nothing}
    `
  }

  private chart({ months, currency, mixed }: BudgetView) {
    const shown = lastMonths(months, 12)
    const average = (amounts: readonly number[]): string =>
      money(Math.round(amounts.reduce((sum, it) => sum + it, 0) / Math.max(1, amounts.length)), currency)
    const sums = [average(shown.map((it) => it.cameIn)), average(shown.map((it) => it.wentOut))] as const
    const [first, last] = [monthName(shown[0]?.month ?? ''), monthName(shown.at(-1)?.month ?? '')]
    const caption =
      shown.length > 1 ? t(messages.caption, first, last, ...sums) : t(messages.captionOne, last, ...sums)
    return html`<section aria-labelledby="in-out">
      <h2 id="in-out">${t(messages.inOut)}</h2>
      <data-chart class="card" caption=${caption} across=${t(messages.month)} unit=${currencySign(currency)} opens=${t(messages.seeMonth)}
        .series=${[{ name: t(messages.cameIn) }, { name: t(messages.wentOut) }]}
        .points=${shown.map(({ month, cameIn, wentOut }) => ({
          key: month,
          label: capital(monthName(month)),
          tick: monthShort(month),
          values: [cameIn, wentOut],
        }))}
        .format=${(cents: number) => money(cents, currency)} .axis=${(cents: number) => wholeNumber(cents / 100)}
        @point-open=${({ detail }: CustomEvent<string>) => this.goTo(detail)}></data-chart>
      ${mixed ? html`<p class="muted small">${t(messages.mixed, currency)}</p>` : nothing}
    </section>`
  }

  private operations(view: BudgetView) {
    const { query, accountKey } = this
    const found = searchMonths(view.months, { query, accountKey }, view.currency)
    const count = found.reduce((sum, { operations }) => sum + operations.length, 0)
    const reading = this.data.snapshot.phase === 'reading'
    const said = reading
      ? t(messages.countSoFar, wholeNumber(count))
      : t(messages.count, wholeNumber(count), count > 1)
    return html`<section aria-labelledby="operations">
      <h2 id="operations">${t(messages.operations)}</h2>
      <div class="filters">
        <search-box label=${t(messages.search)} hint=${t(messages.searchHint, example(view))} .query=${query}
          @query-change=${({ detail }: CustomEvent<string>) => this.search(detail)}></search-box>
        ${view.accounts.length > 1 ? this.accountChoice(view) : nothing}
      </div>
      <p class="muted small" role=${reading ? nothing : 'status'}>${count === 0 ? t(messages.nothingFound) : said}</p>
      ${repeat(
        found,
        ({ month }) => month,
        (month) =>
          html`<operation-month id=${`m${month.month}`} .view=${month} currency=${view.currency}></operation-month>`,
      )}
    </section>`
  }

  private accountChoice({ accounts }: BudgetView) {
    return html`<label>${t(messages.account)}
      <select @change=${(event: Event) => this.only((event.target as HTMLSelectElement).value)}>
        <option value="">${t(messages.allAccounts)}</option>
        ${accounts.map(
          (it) =>
            html`<option value=${it.key} ?selected=${it.key === this.accountKey}>${accountChoice(it)}</option>`,
        )}
      </select>
    </label>`
  }

  private search(query: string): void {
    this.query = query
  }

  private only(accountKey: string): void {
    this.accountKey = accountKey
  }

  private async goTo(month: string): Promise<void> {
    this.query = ''
    this.accountKey = ''
    await this.updateComplete
    const target = this.renderRoot.querySelector<OperationMonth>(`#m${month}`)
    target?.scrollIntoView({ block: 'start' })
    target?.renderRoot.querySelector<HTMLElement>('h3')?.focus()
  }
}

/** An amount that is there to be found. */
function example({ months: [latest], currency }: BudgetView): string {
  return money(Math.abs(latest?.operations[0]?.operation.amountCents ?? 0), currency)
}

declare global {
  interface HTMLElementTagNameMap {
    'budget-app': BudgetApp
  }
}
