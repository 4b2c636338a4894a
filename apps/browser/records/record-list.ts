import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { dayName, wholeNumber } from '../../shared/i18n/format.ts'
import { type Language, language } from '../../shared/i18n/language.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/search-box.ts'
import '../../shared/ui/state-panel.ts'
import type { RecordItem } from './items.ts'
import { everything, ListPlace, page } from './list-place.ts'
import { recordMessages as messages } from './messages.ts'
import {
  filtered,
  grouped,
  newestFirst,
  parted,
  type RecordFilter,
  SaidWords,
  typesIn,
} from './record-filter.ts'
import { recordRows, rowsStyle } from './record-rows.ts'

/** So many are seen at a glance. */
const few = 8

/** Records by month, the newest first, to search. */
@customElement('record-list')
export class RecordList extends LitElement {
  @property({ attribute: false }) items: readonly RecordItem[] = []
  /** Whether some of what should be here could not be read. */
  @property({ type: Boolean }) isPartly = false
  /** Whose it is keeps it for as long as one may come back. */
  @property({ attribute: false }) place = new ListPlace()
  private leaving: ListPlace['left']
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
      details.card {
        padding-block: var(--space-2);
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

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.place.left = this.leaving
  }

  override willUpdate(): void {
    if (this.said !== language()) {
      this.said = language()
      this.words = new SaidWords()
      this.of = undefined
      // Some classes have a name in one language alone.
      this.place.filter = { ...this.place.filter, type: '' }
    }
    if (this.of === this.items) return
    this.of = this.items
    this.sorted = newestFirst(this.items, this.words)
  }

  override render() {
    const { sorted, words } = this
    const { filter, drawn } = this.place
    const found = filtered(sorted, sorted.length > few ? filter : everything, words)
    const { main, aside } = parted(found, filter)
    const says = this.isPartly ? messages.foundSoFar : messages.found
    const all = t(says, wholeNumber(sorted.length), sorted.length === 1)
    const count = found === sorted ? all : t(messages.foundOf, wholeNumber(found.length), all)
    return html`${sorted.length > few ? this.choices(sorted) : nothing}
      <p class="small muted" role="status">${[count, ...this.days()].join(', ')}</p>
      ${
        found.length === 0
          ? html`<state-panel state="empty" heading=${t(messages.noneFound)}><p>${t(messages.noneFoundText)}</p></state-panel>`
          : grouped(main, drawn).map(
              ({ heading, items }) => html`<section class="card" @click=${this.pressed}>
              <h3>${heading}</h3>
              ${recordRows(items, words)}
            </section>`,
            )
      }
      ${
        Math.max(main.length, aside.length) > drawn
          ? html`<button class="more" type="button" @click=${this.showMore}>${t(messages.more)}</button>`
          : nothing
      }
      ${aside.length === 0 ? nothing : this.aside(aside)}`
  }

  override updated(): void {
    this.comeBack()
  }

  /** The first and the last day chosen, in words: a date field writes them as its device does. */
  private days(): string[] {
    const { from, to } = this.place.filter
    return [
      ...(from === '' ? [] : [t(messages.fromDay, dayName(from))]),
      ...(to === '' ? [] : [t(messages.toDay, dayName(to))]),
    ]
  }

  private aside(items: readonly RecordItem[]) {
    const { place, words } = this
    const names = typesIn(items).map(({ name }) => name)
    return html`<details class="card" ?open=${place.isAsideOpen} @click=${this.pressed} @toggle=${({
      target,
    }: Event) => {
      place.isAsideOpen = (target as HTMLDetailsElement).open
    }}>
      <summary>${t(messages.counted, names.join(', '), wholeNumber(items.length))}</summary>
      ${recordRows(items.slice(0, place.drawn), words)}
    </details>`
  }

  private choices(items: readonly RecordItem[]) {
    const { place } = this
    const { from, to, type: only, query } = place.filter
    const types = typesIn(items)
    const chosen = [from, to, only].filter(Boolean).length
    return html`<div class="filter ${place.isOpen ? 'is-open' : ''}">
      <search-box label=${t(messages.search)} hint=${t(messages.searchHint)} .query=${query}
        @query-change=${({ detail }: CustomEvent<string>) => this.choose({ query: detail })}></search-box>
      <button class="open" type="button" aria-expanded=${place.isOpen} @click=${() => {
        place.isOpen = !place.isOpen
        this.requestUpdate()
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
                  html`<option value=${type} .selected=${type === only}>${t(messages.counted, name, wholeNumber(count))}</option>`,
              )}
            </select>
          </label>`
          : nothing
      }
    </div>`
  }

  private async showMore(): Promise<void> {
    const before = this.place.drawn
    this.place.drawn += page
    this.requestUpdate()
    await this.updateComplete
    // The button is now below all that came: whoever pressed it goes on from the first of that.
    this.renderRoot.querySelectorAll<HTMLElement>('li a')[before]?.focus()
  }

  private choose(part: Partial<RecordFilter>): void {
    this.place.filter = { ...this.place.filter, ...part }
    this.place.drawn = page
    this.requestUpdate()
  }

  private pressed({ target }: Event): void {
    const row = (target as Element).closest('a')
    const href = row?.getAttribute('href')
    if (row && href) this.leaving = { href, top: row.getBoundingClientRect().top }
  }

  /** To the row that was gone from, as soon as it is drawn again; not where somebody has gone on meanwhile. */
  private comeBack(): void {
    const { left } = this.place
    if (!left) return
    const { activeElement } = this.getRootNode() as Document | ShadowRoot
    if (activeElement && !activeElement.matches('body, h2')) {
      this.place.left = undefined
      return
    }
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.records a')]
    const row = rows.find((it) => it.getAttribute('href') === left.href)
    if (!row) return
    this.place.left = undefined
    this.leaving = left
    row.focus({ preventScroll: true })
    scrollBy({ top: row.getBoundingClientRect().top - left.top, behavior: 'instant' })
  }
}

const chosenIn = (target: EventTarget | null): string =>
  (target as HTMLInputElement | HTMLSelectElement).value

declare global {
  interface HTMLElementTagNameMap {
    'record-list': RecordList
  }
}
