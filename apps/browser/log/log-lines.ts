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
import { actorsIn, type Choice, categoriesOf, isAll, isShown, type LogFilter } from './log-filter.ts'
import { inTime, itemsOf, type LogItem } from './log-items.ts'
import { logMessages as messages } from './messages.ts'
import { rowStyle, rowTemplate } from './row-template.ts'
import { whoOf } from './who.ts'
import { type LogSource, statementsOf } from './whole-log.ts'

/** Items drawn at once: a busy day has thousands. */
const atOnce = 50

/** What is shown: each with its name, for a day on which there is none of it. */
export interface Shown {
  readonly actor?: Choice | undefined
  readonly category?: Choice | undefined
  readonly isRefused?: boolean
}

/** The lines of a day, the last first, all or some. Fires `shown`, with what the citizen chose to see. */
@customElement('log-lines')
export class LogLines extends LitElement {
  /** In the order of their numbers. */
  @property({ attribute: false }) lines: readonly Sealed[] = []
  @property({ attribute: false }) context: LogContext | undefined
  @property({ attribute: false }) source: LogSource | undefined
  /** The numbers of those that were found wrong. */
  @property({ attribute: false }) broken: ReadonlySet<number> = new Set()
  @property({ attribute: false }) shown: Shown = {}
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
      section {
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
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        align-items: end;
        gap: var(--space-3) var(--space-4);
      }
      .filters > div {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      .results {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-4);
      }
      .results .plain {
        padding-inline: 0;
        font-weight: 400;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .check {
        display: inline-flex;
        align-items: center;
        gap: var(--space-3);
        min-block-size: var(--target);
        font-weight: 400;
      }
      .check input {
        display: grid;
        place-content: center;
        inline-size: 1.25rem;
        min-block-size: 1.25rem;
        margin: 0;
        padding: 0;
        border-radius: 4px;
        appearance: none;
      }
      .check input:checked {
        background: var(--accent);
        border-color: var(--accent);
      }
      .check input:checked::before {
        content: '';
        inline-size: 0.35rem;
        block-size: 0.7rem;
        border: solid var(--on-accent);
        border-width: 0 2px 2px 0;
        rotate: 45deg;
        translate: 0 -0.1rem;
      }
      @media (forced-colors: active) {
        .check input {
          appearance: auto;
        }
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
    this.items = inTime(itemsOf(this.lines, context.pod.slice(context.base.length, -1), this.broken))
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
    const isWhole = isAll(filterOf(shown))
    const rows = its.slice(Math.max(0, its.length - drawn)).reverse()
    return html`${this.filters(context)}
      <section class="card" aria-labelledby="day">
        <h3 id="day">${capital(dayWithWeekday(context.day))}</h3>
        <div class="results">
          <p class="small muted" role="status">${counted(lines, its, isWhole)}</p>
          ${isWhole ? nothing : html`<button class="plain small" type="button" @click=${this.showAll}>${t(messages.all)}</button>`}
        </div>
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
    const its = this.shown.actor ? this.items : this.chosen().slice(-this.drawn)
    // Of several together each says whose it is.
    const ids = its.flatMap(({ consents }) =>
      consents.slice(0, consents.length > 2 ? undefined : 1).map(({ id }) => id),
    )
    void this.consents?.want(ids.slice(-atOnce))
  }

  private chosen(): readonly LogItem[] {
    const { items, shown, consents } = this
    const filter = filterOf(shown)
    return items.filter((item) => isShown(item, filter, (id) => consents?.of(id)?.recipient))
  }

  private filters({ people, base }: LogContext) {
    const { actor, category, isRefused } = this.shown
    const actors = actorsIn(this.items, (entry) => whoOf(entry, people, base))
    return html`<div class="filters" role="group" aria-label=${t(messages.filters)}>
      ${select('who', t(messages.who), t(messages.anybody), actors, actor, (chosen) => this.show({ actor: chosen }))}
      ${select('what', t(messages.what), t(messages.anyData), categoriesIn(this.items), category, (chosen) => this.show({ category: chosen }))}
      <label class="check"><input type="checkbox" .checked=${isRefused === true}
        @change=${({ target }: Event) => this.show({ isRefused: (target as HTMLInputElement).checked })}>${t(messages.refusalsOnly)}</label>
    </div>`
  }

  private show(part: Shown): void {
    this.dispatchEvent(new CustomEvent<Shown>('shown', { detail: { ...this.shown, ...part } }))
  }

  private showAll(): void {
    // The button will be gone.
    this.renderRoot.querySelector('select')?.focus()
    this.dispatchEvent(new CustomEvent<Shown>('shown', { detail: {} }))
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

const filterOf = ({ actor, category, isRefused }: Shown): LogFilter => ({
  actor: actor?.id,
  category: category?.id,
  isRefused: isRefused === true,
})

/** One of several, or none of them; what is chosen stays to be seen on a day on which there is none of it. */
function select(
  id: string,
  label: string,
  any: string,
  found: readonly Choice[],
  chosen: Choice | undefined,
  choose: (it: Choice | undefined) => void,
) {
  const isGone = chosen !== undefined && !found.some((it) => it.id === chosen.id)
  const all = isGone ? [...found, chosen] : found
  return html`<div>
    <label for=${id}>${label}</label>
    <select id=${id} @change=${({ target }: Event) => {
      const { value } = target as HTMLSelectElement
      choose(all.find((it) => it.id === value))
    }}>
      <option value="" .selected=${chosen === undefined}>${any}</option>
      ${all.map((it) => html`<option value=${it.id} .selected=${it.id === chosen?.id}>${it.name}</option>`)}
    </select>
  </div>`
}

/** By the citizen's words for them. */
function categoriesIn(items: readonly LogItem[]): Choice[] {
  return [...new Set(items.flatMap(categoriesOf))]
    .map((id): Choice => {
      const known = categoryOf(id)
      return { id, name: known ? t(known.label) : readable(id) }
    })
    .sort((one, other) => one.name.localeCompare(other.name))
}

function counted(lines: readonly Sealed[], items: readonly LogItem[], isWhole: boolean): string {
  if (!isWhole) {
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
