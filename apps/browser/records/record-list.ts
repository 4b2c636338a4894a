import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { capital, monthName, wholeNumber } from '../../shared/i18n/format.ts'
import { type Language, language } from '../../shared/i18n/language.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/search-box.ts'
import '../../shared/ui/state-panel.ts'
import type { RecordItem } from './items.ts'
import { recordMessages as messages } from './messages.ts'
import { byMonth, filtered, newestFirst, type RecordFilter, SaidWords, typesIn } from './record-filter.ts'
import { recordRows, rowsStyle } from './record-rows.ts'

/** Records drawn at once. */
const page = 100
/** So many are seen at a glance. */
const few = 8

const everything: RecordFilter = { query: '', from: '', to: '', type: '' }

/** Records by month, the newest first, to search. */
@customElement('record-list')
export class RecordList extends LitElement {
  @property({ attribute: false }) items: readonly RecordItem[] = []
  @state() private filter = everything
  @state() private drawn = page
  /** On a phone dates and classes are asked for: records come first. */
  @state() private isOpen = false
  private words = new SaidWords()
  private said: Language = language()
  private sorted: readonly RecordItem[] = []
  private of: readonly RecordItem[] | undefined

  static override styles = [
    base,
    rowsStyle,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      .filter {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr));
        gap: var(--space-3);
      }
      search-box,
      .open {
        grid-column: 1 / -1;
        justify-self: start;
      }
      search-box {
        justify-self: stretch;
      }
      @media (min-width: 40rem) {
        .open {
          display: none;
        }
      }
      @media not all and (min-width: 40rem) {
        .filter:not(.is-open) label {
          display: none;
        }
      }
      .filter label {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-1);
        font-weight: 600;
      }
      .filter input,
      .filter select {
        inline-size: 100%;
        min-inline-size: 0;
        padding-inline: var(--space-2);
        font-weight: 400;
      }
      h3 {
        padding-block-end: var(--space-1);
      }
      .more {
        justify-self: center;
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override willUpdate(): void {
    if (this.said !== language()) {
      this.said = language()
      this.words = new SaidWords()
      this.of = undefined
      // Some classes have a name in one language alone.
      this.filter = { ...this.filter, type: '' }
    }
    if (this.of === this.items) return
    this.of = this.items
    this.sorted = newestFirst(this.items, this.words)
  }

  override render() {
    const { sorted, filter, words, drawn } = this
    const found = filtered(sorted, sorted.length > few ? filter : everything, words)
    const all = t(messages.found, wholeNumber(sorted.length), sorted.length === 1)
    const count = found === sorted ? all : t(messages.foundOf, wholeNumber(found.length), all)
    return html`${sorted.length > few ? this.choices(sorted) : nothing}
      <p class="small muted" role="status">${count}</p>
      ${
        found.length === 0
          ? html`<state-panel state="empty" heading=${t(messages.noneFound)}><p>${t(messages.noneFoundText)}</p></state-panel>`
          : byMonth(found, drawn).map(
              ({ month, items }) => html`<section class="card">
              <h3>${month === '' ? t(messages.undated) : capital(monthName(month))}</h3>
              ${recordRows(items, words)}
            </section>`,
            )
      }
      ${
        found.length > drawn
          ? html`<button class="more" type="button" @click=${this.showMore}>${t(messages.more)}</button>`
          : nothing
      }`
  }

  private choices(items: readonly RecordItem[]) {
    const { from, to, type: only } = this.filter
    const types = typesIn(items)
    const chosen = [from, to, only].filter(Boolean).length
    return html`<div class="filter ${this.isOpen ? 'is-open' : ''}">
      <search-box label=${t(messages.search)} hint=${t(messages.searchHint)} .query=${this.filter.query}
        @query-change=${({ detail }: CustomEvent<string>) => this.choose({ query: detail })}></search-box>
      <button class="open" type="button" aria-expanded=${this.isOpen} @click=${() => {
        this.isOpen = !this.isOpen
      }}>${chosen === 0 ? t(messages.filter) : t(messages.filterBy, chosen)}</button>
      <label>${t(messages.from)}
        <input type="date" .value=${from} @change=${({ target }: Event) => this.choose({ from: chosenIn(target) })} />
      </label>
      <label>${t(messages.to)}
        <input type="date" .value=${to} @change=${({ target }: Event) => this.choose({ to: chosenIn(target) })} />
      </label>
      ${
        types.length > 1
          ? html`<label>${t(messages.show)}
            <select @change=${({ target }: Event) => this.choose({ type: chosenIn(target) })}>
              <option value="">${t(messages.everything, wholeNumber(items.length))}</option>
              ${types.map(
                ({ type, name, count }) =>
                  html`<option value=${type} ?selected=${type === this.filter.type}>${t(messages.counted, name, wholeNumber(count))}</option>`,
              )}
            </select>
          </label>`
          : nothing
      }
    </div>`
  }

  private async showMore(): Promise<void> {
    const before = this.drawn
    this.drawn += page
    await this.updateComplete
    // The button is now below all that came: whoever pressed it goes on from the first of that.
    this.renderRoot.querySelectorAll<HTMLElement>('li a')[before]?.focus()
  }

  private choose(part: Partial<RecordFilter>): void {
    this.filter = { ...this.filter, ...part }
    this.drawn = page
  }
}

const chosenIn = (target: EventTarget | null): string =>
  (target as HTMLInputElement | HTMLSelectElement).value

declare global {
  interface HTMLElementTagNameMap {
    'record-list': RecordList
  }
}
