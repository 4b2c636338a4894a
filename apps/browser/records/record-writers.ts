import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { dayName } from '../../shared/i18n/format.ts'
import { language } from '../../shared/i18n/language.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { baseOf, WholeLog } from '../log/whole-log.ts'
import { logHash } from '../route.ts'
import type { Space } from '../space.ts'
import { storyMessages as messages } from './story-messages.ts'
import { likelyDays, type Writes, writesTo } from './writes.ts'

/** Who wrote in a document, as the server noted it in the pod’s access log. */
@customElement('record-writers')
export class RecordWriters extends LitElement {
  @property({ attribute: false }) space: Space | undefined
  @property() url = ''
  /** UTC instants at which it may have been. */
  @property({ attribute: false }) instants: readonly string[] = []
  @state() private log: WholeLog | undefined
  @state() private found: Writes | undefined
  @state() private searched: 'some' | 'all' = 'some'
  @state() private phase: 'reading' | 'done' | 'failed' = 'reading'
  private said = language()

  static override styles = [
    base,
    css`
      :host,
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      .facts {
        gap: 0;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--target);
      }
      button {
        justify-self: start;
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('url')) {
      this.log = undefined
      this.searched = 'some'
      void this.search()
    } else if (this.said !== language()) void this.search()
    this.said = language()
  }

  override render() {
    const { phase, found, log } = this
    if (phase === 'failed') return html`<p>${t(messages.logFailed)}</p>`
    if (phase === 'reading' || !found || !log) return this.progress()
    if (log.days.length === 0) return html`<p>${t(messages.noLog)}</p>`
    return html`${found.writes.length > 0 ? this.list(found) : html`<p>${this.nothingFound(log)}</p>`}
      ${found.erased > 0 ? html`<p class="small muted">${t(messages.erased, found.erased)}</p>` : nothing}
      ${
        this.searched === 'all' || likelyDays(log.days, this.instants).length === log.days.length
          ? nothing
          : html`<button type="button" @click=${() => {
              this.searched = 'all'
              void this.search()
            }}>${t(messages.wholeLog)}</button>`
      }`
  }

  private progress() {
    const { log, searched } = this
    const text =
      log && searched === 'all' ? t(messages.readingDays, log.done, log.days.length) : t(messages.readingLog)
    return html`<p role="status">${text}</p>`
  }

  private nothingFound({ days }: WholeLog): string {
    if (this.searched === 'some') return t(messages.notOnDays)
    return t(messages.notAtAll, dayName(days.at(-1) ?? ''))
  }

  private list({ writes }: Writes) {
    return html`<ul>${writes.map(
      ({ title, what, when, day, details, number }) => html`<li>
        <p><strong>${title}</strong> · ${what}<br /><span class="small muted">${when}</span></p>
        <a href=${logHash(day)}>${t(messages.writersLog)}<span class="unseen">${t(messages.writersLogOf, when)}</span></a>
        <details>
          <summary>${t(messages.details)}<span class="unseen"> ${number}</span></summary>
          <ul class="small facts">${details.map((it) => html`<li>${it}</li>`)}</ul>
        </details>
      </li>`,
    )}</ul>`
  }

  private async search(): Promise<void> {
    const { space, url } = this
    const people = space?.people
    const pod = space?.grants?.pods.find((it) => url.startsWith(it))
    if (!space || !people || !pod) return
    this.phase = 'reading'
    try {
      const log = this.log ?? (await WholeLog.begin(space.reader, pod))
      if (url !== this.url) return
      this.log = log
      const days = this.searched === 'all' ? log.days : likelyDays(log.days, this.instants)
      const telling = { lines: async (day: string) => this.told(await log.lines(day)) }
      const found = await writesTo(telling, days, url, { base: baseOf(pod), pod, people })
      if (url !== this.url) return
      this.found = found
      this.phase = 'done'
    } catch {
      if (url === this.url) this.phase = 'failed'
    }
  }

  private told<T>(lines: T): T {
    this.requestUpdate()
    return lines
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'record-writers': RecordWriters
  }
}
