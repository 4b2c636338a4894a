import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import type { PartnerData } from '../data.ts'
import { isOwnContainer } from '../own-file/own-folder.ts'
import type { Space } from '../space.ts'
import { HomeWatch } from './home-watch.ts'
import { homeMessages as messages } from './messages.ts'
import { lastWords, qualityWords, stateWords } from './source-words.ts'
import { Watching } from './watching.ts'

/** How one source does: its state in a line, when it last sent, what it says of its quality. */
@customElement('source-line')
export class SourceLine extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined
  @property({ attribute: false }) source: PartnerData | undefined

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-1);
      }
      .state {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-2);
        align-items: baseline;
      }
      .state::before {
        content: '';
        inline-size: 0.625rem;
        block-size: 0.625rem;
        border-radius: 50%;
        border: 2px solid var(--muted);
      }
      .current::before {
        border-color: var(--accent);
        background: var(--accent);
      }
      .late::before,
      .blocked::before {
        border-color: var(--ochre);
        background: var(--ochre);
        border-radius: 2px;
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
    new Watching(this)
  }

  override render() {
    const { space, source } = this
    if (!space || !source) return nothing
    const watch = HomeWatch.of(space)
    const reading = watch.reading(source)
    if (reading.documents.length === 0 && reading.isReading)
      return html`<p class="small muted">${t(messages.reading)}</p>`
    const state = watch.state(source.container)
    const { container, category } = source
    const name = space.partnerName(container, category)
    const quality = qualityWords(state, reading, { name, category })
    const last = lastWords(state, Date.now())
    return html`${isOwnContainer(container) ? nothing : html`<p class="state ${state.kind}">${stateWords(state, space.seenAt)}</p>`}
      ${last ? html`<p class="small muted">${last}</p>` : nothing}
      ${quality ? html`<p class="small muted">${quality}</p>` : nothing}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'source-line': SourceLine
  }
}
