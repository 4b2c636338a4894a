import { css, html, nothing } from 'lit'
import { t } from '../../shared/i18n/t.ts'
import type { ItemRow } from './item-row.ts'
import type { LineRow } from './line-row.ts'
import { logMessages as messages } from './messages.ts'

/** How a row is to be drawn. */
export interface RowState {
  readonly isWrong: boolean
  /** Its lines, where they are looked at. */
  readonly lines: readonly LineRow[]
  readonly onToggle: (isOpen: boolean) => void
}

/** A row of the log. Everything that others wrote is text. */
export function rowTemplate(row: ItemRow, state: RowState) {
  const { kind, title, text, when, grant } = row
  return html`<li class="${kind} ${state.isWrong ? 'wrong' : ''}">
    <p class="first"><strong>${title}</strong><span class="when small muted figures">${when}</span></p>
    <p>${kind === 'refused' ? html`<span class="mark">${t(messages.refusedMark)}</span> ` : nothing}${text}</p>
    ${grant ? grantTemplate(grant, title) : nothing}
    ${state.isWrong ? html`<p><span class="mark">${t(messages.brokenLine)}</span></p>` : nothing}
    ${row.lines.length > 0 ? allDetails(row, state) : ownDetails(row)}
  </li>`
}

function grantTemplate({ by, replaces, extended, receipt }: NonNullable<ItemRow['grant']>, title: string) {
  return html`${replaces ? html`<p>${t(messages.replaces)}</p>` : nothing}
    <p class="grant"><span class="small muted">${by}</span><a class="receipt" href=${receipt}>${t(messages.receipt)}<span class="unseen">${t(messages.receiptOf, title)}</span></a></p>
    ${extended.map(
      (it) =>
        html`<p class="grant"><span>${it.text}</span><a class="receipt" href=${it.receipt}>${t(messages.receipt)}<span class="unseen">${t(messages.receiptOf, it.text)}</span></a></p>`,
    )}`
}

const ownDetails = ({ number, details }: LineRow) => html`<details>
  <summary>${t(messages.details)}<span class="unseen">${t(messages.detailsOf, number)}</span></summary>
  ${facts(number, details)}
</details>`

/** There may be a hundred: they are drawn when they are looked at. */
function allDetails({ lines: all }: ItemRow, { lines, onToggle }: RowState) {
  const [first, last] = [all[0]?.number ?? 0, all.at(-1)?.number ?? 0]
  return html`<details @toggle=${({ target }: Event) => onToggle((target as HTMLDetailsElement).open)}>
    <summary>${t(messages.details)}<span class="unseen">${t(messages.detailsOfAll, first, last)}</span></summary>
    <ul>${lines.map(
      ({ number, text, when, details }) => html`<li>
        <p class="first"><span>${text}</span><span class="when small muted figures">${when}</span></p>
        ${facts(number, details)}
      </li>`,
    )}</ul>
  </details>`
}

const facts = (number: number, details: readonly string[]) => html`<ul class="small facts">
  <li>${t(messages.lineNumber, number)}</li>
  ${details.map((detail) => html`<li>${detail}</li>`)}
</ul>`

export const rowStyle = css`
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  .grant {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-4);
  }
  .receipt {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--target);
  }
  details ul {
    padding-inline-start: var(--space-3);
  }
  .facts li {
    padding-block: var(--space-1);
    border: 0;
  }
  summary {
    font-size: var(--size-small);
  }
`
