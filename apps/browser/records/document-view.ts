import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ImportRun } from '#vocab/generated/imports'
import { instant, wholeNumber } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { fileName } from '../data.ts'
import { download } from '../download.ts'
import { pageStyle } from '../page-style.ts'
import { runsIn } from '../runs-in.ts'
import type { OpenDocument } from '../space.ts'
import { documentMessages as messages } from './document-messages.ts'
import { documentHeading } from './document-name.ts'
import type { DocumentItems } from './items.ts'
import { ListPlace } from './list-place.ts'
import './record-list.ts'
import { longestText, textStyle } from './record-text.ts'
import { runFacts, runStyle } from './run-facts.ts'
import { clip } from './term-words.ts'

/** Imports that are told of. */
const mostRuns = 20

/** One document: who sent it and when, its records in plain words, its text. Everything from the pod is text. */
@customElement('document-view')
export class DocumentView extends LitElement {
  @property({ attribute: false }) document: OpenDocument | undefined
  @property({ attribute: false }) content: DocumentItems | undefined
  @property() partner = ''
  /** The folder's name; empty where it is in none. */
  @property() category = ''
  @property({ attribute: false }) place = new ListPlace()

  static override styles = [base, textStyle, runStyle, pageStyle]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const { document, content } = this
    if (!document || !content) return nothing
    const runs = [...runsIn(document.statements)].sort((one, other) =>
      other.endedAt.localeCompare(one.endedAt),
    )
    return html`<h2 tabindex="-1">${documentHeading(document.url, this.category)}</h2>
      ${this.sender(runs)}
      ${
        content.items.length === 0
          ? html`<p>${t(messages.noRecords)}</p>`
          : html`<record-list .items=${content.items} .place=${this.place}></record-list>`
      }
      ${content.isCut ? html`<p class="notice">${t(messages.cut, wholeNumber(content.items.length))}</p>` : nothing}
      <details>
        <summary>${t(messages.details)}</summary>
        ${runs.slice(0, mostRuns).map(runFacts)}
        <pre tabindex="0" lang="en">${clip(document.turtle, longestText)}</pre>
        ${document.turtle.length > longestText ? html`<p>${t(messages.cutText)}</p>` : nothing}
      </details>
      <p><button type="button" @click=${() => download(document.turtle, turtleName(document.url))}>${t(messages.download)}</button></p>`
  }

  override updated(changed: PropertyValues<this>): void {
    // Who came here by keyboard or ear goes on from the heading.
    if (changed.has('document')) this.renderRoot.querySelector('h2')?.focus()
  }

  /** `runs`: the last first. */
  private sender([last]: readonly ImportRun[]) {
    if (!last) return nothing
    return html`<p>
      ${t(messages.sentBy, this.partner, instant(last.endedAt))}
      <br /><span class="small muted">${t(messages.claimed)}</span>
    </p>`
  }
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
