import { css, html, nothing } from 'lit'
import { t } from '../../shared/i18n/t.ts'
import { iconOf } from '../../shared/known-categories.ts'
import type { OtherRule } from '../../shared/pod/grants.ts'
import { agentName, isForAll } from './agent-name.ts'
import type { DataRow, Use } from './by-data.ts'
import { endLines, labelOf, nameOf, partnersText } from './grant-words.ts'
import { accessMessages as messages } from './messages.ts'
import { isWhole } from './recipients.ts'

/** How the rows are drawn: as a table where there is room for one, else as a list. */
export interface DataContext {
  readonly isWide: boolean
  /** UTC milliseconds. */
  readonly now: number
  /** The name of whoever sent what a container holds. */
  readonly senderOf: (container: string, category: string) => string
  /** What an address of the pod is, in the citizen's words. */
  readonly placeName: (url: string) => string
}

/** Who reads and who adds, by category. */
export function dataView(rows: readonly DataRow[], context: DataContext) {
  if (rows.length === 0) return html`<p class="card">${t(messages.nothingYet)}</p>`
  return context.isWide ? table(rows, context) : list(rows, context)
}

const table = (rows: readonly DataRow[], context: DataContext) => html`<div class="card">
  <table>
    <thead>
      <tr>
        <th scope="col">${t(messages.data)}</th>
        <th scope="col">${t(messages.readers)}</th>
        <th scope="col">${t(messages.adders)}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) => html`<tr>
          <th scope="row">${title(row)}</th>
          <td>${readers(row, context)}</td>
          <td>${adders(row, context)}</td>
        </tr>`,
      )}
    </tbody>
  </table>
</div>`

const list = (rows: readonly DataRow[], context: DataContext) => html`<ul class="data">
  ${rows.map(
    (row) => html`<li class="card">
      <h3>${title(row)}</h3>
      <dl>
        <div><dt>${t(messages.readers)}</dt><dd>${readers(row, context)}</dd></div>
        <div><dt>${t(messages.adders)}</dt><dd>${adders(row, context)}</dd></div>
      </dl>
    </li>`,
  )}
</ul>`

const title = ({ category }: DataRow) =>
  html`<span class="subject">${iconOf(category)}<span>${labelOf(category)}</span></span>`

function readers({ readers: its, others }: DataRow, context: DataContext) {
  if (its.length + others.length === 0) return html`<strong class="stays">${t(messages.onlyYou)}</strong>`
  return html`<ul>
    ${its.map((use) => html`<li>${reader(use, context)}</li>`)}
    ${others.map((rule) => byOtherTool(rule, context))}
  </ul>`
}

function byOtherTool(rule: OtherRule, { placeName }: DataContext) {
  const what = t(rule.writes ? messages.othersWrite : messages.othersRead, placeName(rule.container))
  return html`<li><strong class=${isForAll(rule) ? 'whole' : ''}>${rule.agents.map(agentName).join(', ')}</strong><br />
    <span class="small">${what} · ${t(messages.otherTool)}</span></li>`
}

function reader({ grant, partners }: Use, { now }: DataContext) {
  const facts = [
    ...(isWhole(grant) ? [t(messages.wholeToo)] : []),
    ...(partners.length > 0 ? [partnersText(partners)] : []),
    ...endLines(grant.until, now),
  ]
  return html`<strong class=${isWhole(grant) ? 'whole' : ''}>${nameOf(grant)}</strong><br />
    <span class="small">${facts.join(' · ')}</span>`
}

function adders({ category, adders: its, left, others }: DataRow, context: DataContext) {
  const writers = others.filter(({ writes }) => writes)
  return html`${
    its.length + writers.length === 0
      ? html`<p>${t(messages.nobodyAdds)}</p>`
      : html`<ul>
          ${its.map(({ grant }) => html`<li><strong>${nameOf(grant)}</strong></li>`)} ${writers.map((rule) => byOtherTool(rule, context))}
        </ul>`
  }
  ${
    left.length === 0
      ? nothing
      : left.map((it) => html`<p class="small">${t(messages.leftBy, context.senderOf(it, category))}</p>`)
  }`
}

export const dataStyle = css`
  .data {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .data li.card {
    display: grid;
    gap: var(--space-3);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--space-3) var(--space-3) var(--space-3) 0;
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
    overflow-wrap: anywhere;
  }
  thead th {
    font-size: var(--size-small);
    color: var(--muted);
  }
  tbody th {
    font-weight: 600;
  }
  tbody tr {
    border-block-start: 1px solid var(--line);
  }
  td li + li,
  dd li + li {
    margin-block-start: var(--space-2);
  }
`
