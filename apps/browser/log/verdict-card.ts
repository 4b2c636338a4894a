import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { toHex } from '#vocab/journal/chain'
import { faultWords } from '#vocab/journal/fault-words'
import type { Fault } from '#vocab/journal/verify'
import { dayName } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { brokenIcon, waitingIcon } from '../../shared/ui/icons.ts'
import '../../shared/ui/load-progress.ts'
import { download } from '../download.ts'
import { pageStyle } from '../page-style.ts'
import { logHash } from '../route.ts'
import { sealIcon } from '../seal-icon.ts'
import type { KeptHead } from './kept-head.ts'
import { soundWords } from './sound-words.ts'
import type { Verdict } from './verdict.ts'
import { verdictMessages as messages } from './verdict-messages.ts'

const mostFaults = 5
/** Fewer days are read before anybody has read how many. */
const worthTelling = 8

/**
 * Whether the log is as it was written: what was found, what that proves, and who must act.
 *
 * @fires again - the citizen wants it verified again
 */
@customElement('verdict-card')
export class VerdictCard extends LitElement {
  /** None yet while it is being verified. */
  @property({ attribute: false }) verdict: Verdict | undefined
  /** False on a device that keeps nothing. */
  @property({ type: Boolean }) isKept = true
  /** The names of the days read, and of all, the last first. */
  @property({ type: Number }) done = 0
  @property({ attribute: false }) days: readonly string[] = []
  /** The day that a line stands on. */
  @property({ attribute: false }) dayOf: (line: number) => string | undefined = () => undefined

  static override styles = [
    base,
    pageStyle,
    css`
      section.card {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-2) var(--space-3);
        align-items: start;
        border-inline-start: 4px solid var(--good);
      }
      section.card.waiting {
        border-inline-start-color: var(--line);
      }
      section.card.unknown {
        border-inline-start-color: var(--ochre);
      }
      section.card.broken {
        border-inline-start-color: var(--danger);
        background: var(--danger-soft);
      }
      .sign {
        font-size: 1.4rem;
        line-height: 1;
        color: var(--good);
      }
      .unknown .sign {
        color: var(--ochre);
      }
      .broken .sign,
      .broken h3 {
        color: var(--danger);
      }
      .said {
        display: grid;
        gap: var(--space-2);
      }
      .said ul {
        padding-inline-start: var(--space-4);
        list-style: disc;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .actor {
        font-weight: 600;
      }
      .proof {
        display: grid;
        gap: var(--space-2);
      }
      code {
        display: block;
        overflow-wrap: anywhere;
      }
      .waiting svg {
        animation: turn 1.2s linear infinite;
      }
      @keyframes turn {
        to {
          rotate: 360deg;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .waiting svg {
          animation: none;
        }
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const { verdict } = this
    const kind = verdict?.kind ?? 'waiting'
    const look = { holds: '', waiting: 'waiting', broken: 'broken' }[kind as string] ?? 'unknown'
    return html`<section class="card ${look}" aria-labelledby="sign">
      <div class="sign">${{ waiting: waitingIcon, broken: brokenIcon }[kind as string] ?? sealIcon}</div>
      <div class="said">
        <div class="said" role=${kind === 'broken' ? 'alert' : 'status'}>
          <h3 id="sign">${t(verdict ? messages[verdict.kind] : messages.verifying)}</h3>
          ${verdict ? this.finding(verdict) : this.progress()}
        </div>
        ${verdict ? this.proof(verdict) : nothing}
      </div>
    </section>`
  }

  private progress() {
    const { done, days } = this
    if (days.length < worthTelling) return nothing
    return html`<load-progress .done=${done} .total=${days.length} label=${t(messages.verifyingDays, done, days.length)}></load-progress>`
  }

  private finding(verdict: Verdict) {
    if (verdict.kind === 'broken') return this.broken(verdict.faults)
    return html`${soundWords(verdict, this.days.at(-1)).map((words) => html`<p>${words}</p>`)}
      ${this.isKept ? nothing : html`<p>${t(messages.notKept)}</p>`}`
  }

  private broken(faults: readonly Fault[]) {
    return html`<p>${t(messages.brokenText)}</p>
      <ul>
        ${faults.slice(0, mostFaults).map(({ number, kind }) => {
          const words = t(messages.fault, number, t(faultWords[kind]))
          const day = this.dayOf(number)
          return html`<li>${words}${day ? html` (<a href=${logHash(day)}>${dayName(day)}</a>)` : nothing}</li>`
        })}
        ${faults.length > mostFaults ? html`<li>${t(messages.moreFaults, faults.length - mostFaults)}</li>` : nothing}
      </ul>
      <p class="actor">${t(messages.brokenActor)}</p>`
  }

  private proof(verdict: Verdict) {
    const { kind, now, before } = verdict
    const kept = kind === 'broken' ? before : now
    return html`<p class="actions">
        ${
          kind === 'broken'
            ? html`<button type="button" @click=${() => saveFinding(verdict)}>${t(messages.finding)}</button>`
            : nothing
        }
        <button type="button" @click=${this.again}>${t(messages.again)}</button>
      </p>
      <details>
        <summary>${t(messages.proves)}</summary>
        <div class="proof small">
          <p>${t(messages.provesText)}</p>
          <p>${t(messages.provesNot)}</p>
          ${
            kept
              ? html`<p>${t(messages.forgets)} <code>${t(messages.mark, kept.number, toHex(kept.hash))}</code></p>`
              : nothing
          }
        </div>
      </details>`
  }

  private again(): void {
    this.dispatchEvent(new CustomEvent('again'))
  }
}

/** What was found, with both marks, for whoever must explain it. */
function saveFinding({ faults, count, erased, before, now }: Verdict): void {
  const mark = (it: KeptHead | undefined) =>
    it && { line: it.number, chainHash: toHex(it.hash), seen: new Date(it.seen).toISOString() }
  const finding = { faults, lines: count, erased, kept: mark(before), served: mark(now) }
  download(JSON.stringify(finding, undefined, 2), t(messages.findingName))
}

declare global {
  interface HTMLElementTagNameMap {
    'verdict-card': VerdictCard
  }
}
