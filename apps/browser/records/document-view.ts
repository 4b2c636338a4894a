import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { capital, instant, monthName } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import type { PodRecord } from '../../shared/pod/records.ts'
import { base } from '../../shared/ui/base.ts'
import { fileName } from '../data.ts'
import { messages } from '../messages.ts'
import type { OpenDocument } from '../space.ts'
import { rowOf } from './row.ts'
import { connectorWords } from './run-words.ts'

/** One document: who sent it and when, its records in plain words, its text. Everything from the pod is text. */
@customElement('document-view')
export class DocumentView extends LitElement {
  @property({ attribute: false }) document: OpenDocument | undefined
  @property() partner = ''

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: var(--space-2) var(--space-3) var(--space-2) 0;
        text-align: start;
        vertical-align: top;
        border-block-end: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      .amount {
        text-align: end;
        padding-inline-end: 0;
        white-space: nowrap;
        overflow-wrap: normal;
      }
      pre {
        overflow: auto;
        max-block-size: 24rem;
        margin: 0;
        padding: var(--space-3);
        font-size: var(--size-small);
        background: var(--sunken);
        border-radius: var(--radius-small);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const { document } = this
    if (!document) return nothing
    const [run] = document.runs
    return html`<h2 tabindex="-1">${title(document.url)}</h2>
      ${
        run
          ? html`<p>
            ${t(messages.documentSentBy, this.partner, instant(run.endedAt))}
            · ${connectorWords(run)}
            <br /><span class="small muted">${t(messages.claimed)}</span>
          </p>`
          : nothing
      }
      <section class="card">
        <h3>${t(messages.records)}</h3>
        ${document.records.length === 0 ? html`<p>${t(messages.noRecords)}</p>` : this.table(document.records)}
      </section>
      <details>
        <summary>${t(messages.source)}</summary>
        <pre tabindex="0" lang="en">${document.turtle}</pre>
      </details>`
  }

  override firstUpdated(): void {
    // Who came here by keyboard or ear goes on from the heading.
    this.renderRoot.querySelector('h2')?.focus()
  }

  private table(records: readonly PodRecord[]) {
    const rows = records.map(rowOf).sort((one, other) => other.order.localeCompare(one.order))
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${t(messages.what)}</th>
            <th scope="col" class="amount">${t(messages.value)}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ what, detail, value, superseded }) => html`<tr>
              <td>
                ${what}
                ${
                  detail || superseded
                    ? html`<br /><span class="small muted">${[detail, superseded ? t(messages.superseded) : ''].filter(Boolean).join(' · ')}</span>`
                    : nothing
                }
              </td>
              <td class="amount figures">${value}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`
  }
}

function title(url: string): string {
  const [, month] = /\/(\d{4}-(?:0[1-9]|1[0-2]))\.ttl$/.exec(url) ?? []
  if (month) return capital(monthName(month))
  return url.endsWith('.ttl') ? t(messages.description) : fileName(url)
}

declare global {
  interface HTMLElementTagNameMap {
    'document-view': DocumentView
  }
}
