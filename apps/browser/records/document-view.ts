import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { capital, instant, monthName } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { fileName } from '../data.ts'
import { download } from '../download.ts'
import { runsIn } from '../runs-in.ts'
import type { OpenDocument } from '../space.ts'
import { documentMessages as messages } from './document-messages.ts'
import type { DocumentItems } from './items.ts'
import { recordMessages } from './messages.ts'
import './record-list.ts'
import { longestText, textStyle } from './record-text.ts'
import { connectorWords } from './run-words.ts'
import { clip } from './term-words.ts'

/** One document: who sent it and when, its records in plain words, its text. Everything from the pod is text. */
@customElement('document-view')
export class DocumentView extends LitElement {
  @property({ attribute: false }) document: OpenDocument | undefined
  @property({ attribute: false }) content: DocumentItems | undefined
  @property() partner = ''

  static override styles = [
    base,
    textStyle,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const { document, content } = this
    if (!document || !content) return nothing
    return html`<h2 tabindex="-1">${title(document.url)}</h2>
      ${this.sender(document)}
      ${
        content.items.length === 0
          ? html`<p>${t(messages.noRecords)}</p>`
          : html`<record-list .items=${content.items}></record-list>`
      }
      ${content.isCut ? html`<p class="notice">${t(recordMessages.cut)}</p>` : nothing}
      <details>
        <summary>${t(messages.source)}</summary>
        <pre tabindex="0" lang="en">${clip(document.turtle, longestText)}</pre>
        ${document.turtle.length > longestText ? html`<p>${t(messages.cutText)}</p>` : nothing}
      </details>
      <p><button type="button" @click=${() => download(document.turtle, turtleName(document.url))}>${t(messages.download)}</button></p>`
  }

  override updated(changed: PropertyValues<this>): void {
    // Who came here by keyboard or ear goes on from the heading.
    if (changed.has('document')) this.renderRoot.querySelector('h2')?.focus()
  }

  private sender({ statements }: OpenDocument) {
    const runs = runsIn(statements)
    const [run] = runs.sort((one, other) => other.endedAt.localeCompare(one.endedAt))
    if (!run) return nothing
    return html`<p>
      ${t(messages.sentBy, this.partner, instant(run.endedAt))} · ${connectorWords(run)}
      <br /><span class="small muted">${t(messages.claimed)}</span>
    </p>`
  }
}

function title(url: string): string {
  const [, month] = /\/(\d{4}-(?:0[1-9]|1[0-2]))\.ttl$/.exec(url) ?? []
  if (month) return capital(monthName(month))
  return url.endsWith('.ttl') ? t(messages.description) : fileName(url)
}

/** The server gives Turtle, whatever form the document came in. */
function turtleName(url: string): string {
  const name = fileName(url)
  return name.endsWith('.ttl') ? name : `${name}.ttl`
}

declare global {
  interface HTMLElementTagNameMap {
    'document-view': DocumentView
  }
}
