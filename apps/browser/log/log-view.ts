import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Sealed } from '#vocab/journal/chain'
import { dayWithWeekday } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import { base } from '../../shared/ui/base.ts'
import { readingMessages as words } from '../../shared/ui/reading-messages.ts'
import '../../shared/ui/state-panel.ts'
import { pageStyle } from '../page-style.ts'
import type { People } from '../people.ts'
import { logHash } from '../route.ts'
import { keepHead, keptHead } from './kept-head.ts'
import './log-lines.ts'
import type { Shown } from './log-lines.ts'
import { logMessages as messages } from './messages.ts'
import type { Verdict } from './verdict.ts'
import './verdict-card.ts'
import { baseOf, type LogSource, WholeLog } from './whole-log.ts'

/** Who did what with the citizen's data, a day at a time, and whether the log is as it was written. */
@customElement('log-view')
export class LogView extends LitElement {
  @property({ attribute: false }) source: LogSource | undefined
  @property({ attribute: false }) people: People | undefined
  @property() pod = ''
  /** As the address names it; the last one without. */
  @property() day = ''
  @state() private log: WholeLog | undefined
  @state() private lines: readonly Sealed[] | undefined
  @state() private verdict: Verdict | undefined
  @state() private shown: Shown = {}
  @state() private isKept = true
  @state() private failure: PodFailure | undefined
  private reading = 0
  private broken: ReadonlySet<number> = new Set()

  static override styles = [
    base,
    pageStyle,
    css`
      .head,
      .days {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
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
    if (changed.has('pod')) void this.load()
    else if (changed.has('day')) void this.show()
  }

  override render() {
    const { log, failure, verdict } = this
    if (failure) return this.trouble(failure)
    const isEmpty = log?.days.length === 0
    if (!log || (isEmpty && !verdict)) return html`<state-panel state="loading"></state-panel>`
    // One that should have lines is not said to be empty.
    if (isEmpty && verdict?.kind !== 'broken') return this.empty()
    return html`<div class="head">
        <h2>${t(messages.heading)}</h2>
        <p class="muted">${t(messages.intro)}</p>
      </div>
      ${this.card(log)} ${isEmpty ? nothing : this.chosenDay(log)}`
  }

  private card({ done, days }: WholeLog) {
    return html`<verdict-card .verdict=${this.verdict} .done=${done} .days=${days} .isKept=${this.isKept}
      .dayOf=${(line: number) => this.log?.dayOf(line)} @again=${() => this.load()}></verdict-card>`
  }

  private chosenDay(log: WholeLog) {
    return html`${this.dayList(log)}
      ${this.lines ? this.dayLines(this.lines) : html`<state-panel state="loading"></state-panel>`}`
  }

  private dayList({ days }: WholeLog) {
    return html`<div class="days">
      <label for="day">${t(messages.day)}</label>
      <select id="day" @change=${(event: Event) => {
        location.hash = logHash((event.target as HTMLSelectElement).value)
      }}>
        ${days.map((day) => html`<option value=${day} .selected=${day === this.chosen()}>${dayWithWeekday(day)}</option>`)}
      </select>
      <p class="small muted">${t(messages.dayHint)}</p>
    </div>`
  }

  private dayLines(lines: readonly Sealed[]) {
    const { people, pod, source } = this
    if (!people || !source) return nothing
    const context = { pod, people, base: baseOf(pod), day: this.chosen() }
    return html`<log-lines .lines=${lines} .context=${context} .source=${source} .broken=${this.broken} .shown=${this.shown}
      @shown=${({ detail }: CustomEvent<Shown>) => {
        this.shown = detail
      }}></log-lines>`
  }

  private empty() {
    return html`<state-panel state="empty" heading=${t(messages.empty)}><p>${t(messages.emptyText)}</p></state-panel>`
  }

  private trouble({ kind }: PodFailure) {
    const refused = kind === 'refused'
    const text =
      {
        refused: messages.refusedText,
        unreachable: words.unreachable,
        server: words.serverFault,
      }[kind as string] ?? messages.unreadable
    return html`<state-panel state=${refused ? 'refused' : 'failed'} heading=${t(refused ? messages.refused : messages.failed)}>
      <p>${t(text)}</p>
      <button slot="action" class="primary" type="button" @click=${() => this.load()}>${t(words.retry)}</button>
    </state-panel>`
  }

  private chosen(): string {
    const days = this.log?.days ?? []
    return days.includes(this.day) ? this.day : (days[0] ?? '')
  }

  private async load(): Promise<void> {
    const reading = ++this.reading
    const { source, pod, people } = this
    if (!source) return
    this.log = this.lines = this.verdict = this.failure = undefined
    this.broken = new Set()
    try {
      const before = people && keptHead(people.webId, pod)
      const look = async (): Promise<Verdict | undefined> => {
        const log = await WholeLog.begin(source, pod)
        if (reading !== this.reading) return undefined
        this.log = log
        await this.show()
        return log.verify(before, () => this.requestUpdate())
      }
      let verdict = await look()
      // What is too old may have gone while it was read: nobody is alarmed before a second look.
      if (verdict?.kind === 'broken') verdict = await look()
      if (!verdict || reading !== this.reading) return
      const isWorthKeeping = verdict.kind !== 'broken' && verdict.now.number > 0
      if (people && isWorthKeeping) this.isKept = keepHead(people.webId, pod, verdict.now)
      this.broken = new Set(verdict.faults.map(({ number }) => number))
      this.verdict = verdict
    } catch (error) {
      if (reading === this.reading) this.failure = asFailure(error, pod)
    }
  }

  /** Of the day chosen. */
  private async show(): Promise<void> {
    const { log } = this
    const day = this.chosen()
    if (!log || day === '') return
    this.lines = undefined
    try {
      const lines = await log.lines(day)
      if (log === this.log && day === this.chosen()) this.lines = lines
    } catch (error) {
      if (log === this.log) this.failure = asFailure(error, this.pod)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'log-view': LogView
  }
}
