import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Sealed } from '#vocab/journal/chain'
import { capital, dayWithWeekday } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { categoryOf } from '../../shared/known-categories.ts'
import { readable } from '../../shared/pod/decoded.ts'
import { base } from '../../shared/ui/base.ts'
import { ConsentReader } from './consent-reader.ts'
import { itemRow } from './item-row.ts'
import { type LogContext, lineRow } from './line-row.ts'
import { type Actor, actorsIn, categoriesOf, isShown, type LogFilter } from './log-filter.ts'
import { itemsOf, type LogItem } from './log-items.ts'
import { logMessages as messages } from './messages.ts'
import { rowStyle, rowTemplate } from './row-template.ts'
import { whoOf } from './who.ts'
import { type LogSource, statementsOf } from './whole-log.ts'

/** Items drawn at once: a busy day has thousands. */
const atOnce = 50

/** What is shown, and its name, for a day on which there is none of it. */
export type Shown = Pick<Actor, 'filter' | 'name'>

/** The lines of a day, the last first, all or some. Fires `shown`, with what the citizen chose to see. */
@customElement('log-lines')
export class LogLines extends LitElement {
  /** In the order of their numbers. */
  @property({ attribute: false }) lines: readonly Sealed[] = []
  @property({ attribute: false }) context: LogContext | undefined
  @property({ attribute: false }) source: LogSource | undefined
  /** The numbers of those that were found wrong. */
  @property({ attribute: false }) broken: ReadonlySet<number> = new Set()
  @property({ attribute: false }) shown: Shown = { filter: 'all', name: '' }
  @state() private drawn = atOnce
  /** The first numbers of the items whose lines are looked at. */
  @state() private open: ReadonlySet<number> = new Set()
  private items: readonly LogItem[] = []
  private consents: ConsentReader | undefined

  static override styles = [
    base,
    rowStyle,
    css`
      :host,
      section,
      .filter {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      :host {
        gap: var(--space-4);
      }
      label {
        font-weight: 600;
      }
      select {
        justify-self: start;
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { context, source } = this
    if (changed.has('lines') || changed.has('shown')) this.drawn = atOnce
    if (!context || (!changed.has('lines') && !changed.has('broken'))) return
    if (changed.has('lines')) this.open = new Set()
    this.items = itemsOf(this.lines, context.pod.slice(context.base.length, -1), this.broken)
    if (source)
      this.consents ??= new ConsentReader(
        (url) => statementsOf(source, url),
        context.pod,
        () => this.requestUpdate(),
      )
  }

  override render() {
    const { lines, context, drawn, shown } = this
    if (!context) return nothing
    const its = this.chosen()
    const rows = its.slice(Math.max(0, its.length - drawn)).reverse()
    return html`${this.filter(context)}
      <section class="card" aria-labelledby="day">
        <h3 id="day">${capital(dayWithWeekday(context.day))}</h3>
        <p class="small muted" role="status">${counted(lines, its, shown.filter)}</p>
        ${its.length === 0 ? html`<p>${t(messages.noneShown)}</p>` : nothing}
        <ul>${repeat(
          rows,
          ({ lines: [first] }) => first?.number,
          (item) => this.row(item, context),
        )}</ul>
        ${
          drawn < its.length
            ? html`<p><button type="button" @click=${() => {
                this.drawn += atOnce
              }}>${t(messages.more)}</button></p>`
            : nothing
        }
      </section>`
  }

  /** Grants are told in the words of their records: of those that are on the screen, or may have to be. */
  override updated(): void {
    const { filter } = this.shown
    const its = filter.startsWith('[') ? this.items : this.chosen().slice(-this.drawn)
    // Of several together each says whose it is.
    const ids = its.flatMap(({ consents }) =>
      consents.slice(0, consents.length > 2 ? undefined : 1).map(({ id }) => id),
    )
    void this.consents?.want(ids.slice(-atOnce))
  }

  private chosen(): readonly LogItem[] {
    const { items, shown, consents } = this
    return items.filter((item) => isShown(item, shown.filter, (id) => consents?.of(id)?.recipient))
  }

  private filter({ people, base }: LogContext) {
    const { shown } = this
    const actors = actorsIn(this.items, (entry) => whoOf(entry, people, base))
    const data = categoriesIn(this.items)
    const isGone = ![...actors, ...data].some(({ filter }) => filter === shown.filter)
    /** What is chosen stays to be seen, on a day on which there is none of it. */
    const withShown = (all: readonly Actor[], start: string) =>
      options(isGone && shown.filter.startsWith(start) ? [...all, shown] : all)
    const plain: Actor[] = [
      { filter: 'all', name: t(messages.all) },
      { filter: 'refused', name: t(messages.refusalsOnly) },
    ]
    const options = (all: readonly Actor[]) =>
      all.map(
        ({ filter, name }) =>
          html`<option value=${filter} ?selected=${filter === shown.filter}>${name}</option>`,
      )
    return html`<div class="filter">
      <label for="filter">${t(messages.filter)}</label>
      <select id="filter" @change=${({ target }: Event) => {
        const { value, selectedOptions } = target as HTMLSelectElement
        const detail: Shown = { filter: value as LogFilter, name: selectedOptions[0]?.text ?? '' }
        this.dispatchEvent(new CustomEvent('shown', { detail }))
      }}>
        ${options(plain)}
        <optgroup label=${t(messages.oneOnly)}>${withShown(actors, '[')}</optgroup>
        <optgroup label=${t(messages.oneCategory)}>${withShown(data, 'data:')}</optgroup>
      </select>
    </div>`
  }

  private row(item: LogItem, context: LogContext) {
    const { broken, open, consents } = this
    const row = itemRow(item, context, (id) => consents?.of(id))
    const isOpen = open.has(row.number)
    return rowTemplate(row, {
      isWrong: broken.has(row.number),
      lines: isOpen ? row.lines.map((line) => lineRow(line, context)) : [],
      onToggle: (opens) => {
        if (opens !== isOpen)
          this.open = new Set([...open].filter((it) => it !== row.number).concat(opens ? row.number : []))
      },
    })
  }
}

/** By the citizen's words for them. */
function categoriesIn(items: readonly LogItem[]): Actor[] {
  return [...new Set(items.flatMap(categoriesOf))]
    .map((id): Actor => {
      const known = categoryOf(id)
      return { filter: `data:${id}`, name: known ? t(known.label) : readable(id) }
    })
    .sort((one, other) => one.name.localeCompare(other.name))
}

function counted(lines: readonly Sealed[], items: readonly LogItem[], filter: LogFilter): string {
  if (filter !== 'all') {
    const count = items.reduce((sum, it) => sum + it.lines.length, 0)
    return t(messages.countedShown, count, lines.length)
  }
  const refusals = lines.filter(({ said }) => said?.text.startsWith('[1,"refused"')).length
  return [
    t(messages.counted, lines.length),
    ...(refusals > 0 ? [t(messages.countedRefused, refusals)] : []),
  ].join(', ')
}

declare global {
  interface HTMLElementTagNameMap {
    'log-lines': LogLines
  }
}
