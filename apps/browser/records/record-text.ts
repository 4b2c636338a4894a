import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ImportRun } from '#vocab/generated/imports'
import type { Statement } from '#vocab/graph'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { download } from '../download.ts'
import { documentMessages } from './document-messages.ts'
import { nodeText } from './node-text.ts'
import { runFacts, runStyle } from './run-facts.ts'
import { storyMessages as messages } from './story-messages.ts'
import { clip } from './term-words.ts'

/** Characters that are shown. */
export const longestText = 100_000

export const textStyle = css`
  pre {
    overflow: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    max-block-size: 24rem;
    margin: 0 0 var(--space-2);
    padding: var(--space-3);
    font-size: var(--size-small);
    background: var(--sunken);
    border-radius: var(--radius-small);
  }
`

/** By what a record came, and what its document says of it, word for word: for those who check. Made when looked at. */
@customElement('record-text')
export class RecordText extends LitElement {
  @property() iri = ''
  @property({ attribute: false }) statements: readonly Statement[] = []
  /** The imports that state it. */
  @property({ attribute: false }) runs: readonly ImportRun[] = []
  @state() private isOpen = false

  static override styles = [base, textStyle, runStyle]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    return html`<details @toggle=${({ target }: Event) => {
      this.isOpen = (target as HTMLDetailsElement).open
    }}>
      <summary>${t(documentMessages.details)}</summary>
      ${this.isOpen ? html`${this.runs.map(runFacts)} ${this.text()}` : nothing}
    </details>`
  }

  private text() {
    const turtle = nodeText(this.iri, this.statements)
    return html`<pre tabindex="0" lang="en">${clip(turtle, longestText)}</pre>
      ${turtle.length > longestText ? html`<p>${t(messages.cutText)}</p>` : nothing}
      <button type="button" @click=${() => download(turtle, 'element.ttl')}>${t(messages.downloadText)}</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'record-text': RecordText
  }
}
