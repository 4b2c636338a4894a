import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Sealed } from '#vocab/journal/chain'
import { capital, dayWithWeekday } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { type LineRow, type LogContext, lineRow } from './line-row.ts'
import { logMessages as messages } from './messages.ts'

/** Lines drawn at once: a busy day has thousands. */
const atOnce = 50

/** The lines of a day, the last first. Everything that others wrote is text. */
@customElement('log-lines')
export class LogLines extends LitElement {
  /** In the order of their numbers. */
  @property({ attribute: false }) lines: readonly Sealed[] = []
  @property({ attribute: false }) context: LogContext | undefined
  /** The numbers of those that were found wrong. */
  @property({ attribute: false }) broken: ReadonlySet<number> = new Set()
  @state() private shown = atOnce

  static override styles = [
    base,
    css`
      section,
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
      }
      section {
        gap: var(--space-2);
      }
      li {
        gap: var(--space-1);
        padding-block: var(--space-3);
        border-block-start: 1px solid var(--line);
      }
      .first {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-3);
      }
      .first > :first-child {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .when {
        flex: none;
        max-inline-size: 50%;
        text-align: end;
      }
      .refused,
      .gap,
      .wrong {
        padding-inline-start: var(--space-3);
        border-inline-start: 4px solid var(--danger);
      }
      .gap {
        border-inline-start-color: var(--ochre);
      }
      .wrong {
        padding-inline-end: var(--space-3);
        background: var(--danger-soft);
      }
      .mark {
        padding: 0 var(--space-2);
        font-size: var(--size-small);
        font-weight: 600;
        color: var(--danger);
        border: 1px solid currentColor;
        border-radius: var(--radius-small);
        white-space: nowrap;
      }
      details li {
        padding-block: var(--space-1);
        border: 0;
      }
      summary {
        font-size: var(--size-small);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lines')) this.shown = atOnce
  }

  override render() {
    const { lines, context, shown } = this
    if (!context) return nothing
    const rows = lines
      .slice(Math.max(0, lines.length - shown))
      .reverse()
      .map((line) => lineRow(line, context))
    const refusals = lines.filter(({ said }) => said?.text.startsWith('[1,"refused"')).length
    const counts = [
      t(messages.counted, lines.length),
      ...(refusals > 0 ? [t(messages.countedRefused, refusals)] : []),
    ]
    return html`<section class="card" aria-labelledby="day">
      <h3 id="day">${capital(dayWithWeekday(context.day))}</h3>
      <p class="small muted">${counts.join(', ')}</p>
      <ul>${rows.map((row) => this.row(row))}</ul>
      ${
        shown < lines.length
          ? html`<p><button type="button" @click=${() => {
              this.shown += atOnce
            }}>${t(messages.more)}</button></p>`
          : nothing
      }
    </section>`
  }

  private row({ number, kind, title, text, when, details }: LineRow) {
    const isWrong = this.broken.has(number)
    return html`<li class="${kind} ${isWrong ? 'wrong' : ''}">
      <p class="first"><strong>${title}</strong><span class="when small muted figures">${when}</span></p>
      <p>${kind === 'refused' ? html`<span class="mark">${t(messages.refusedMark)}</span> ` : nothing}${text}</p>
      ${isWrong ? html`<p><span class="mark">${t(messages.brokenLine)}</span></p>` : nothing}
      <details>
        <summary>${t(messages.details)}<span class="unseen">${t(messages.detailsOf, number)}</span></summary>
        <ul class="small">
          <li>${t(messages.lineNumber, number)}</li>
          ${details.map((detail) => html`<li>${detail}</li>`)}
        </ul>
      </details>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'log-lines': LogLines
  }
}
