import { html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/state-panel.ts'
import { messages as browserMessages } from '../messages.ts'
import { pageStyle } from '../page-style.ts'
import { categoryHash } from '../route.ts'
import type { OpenDocument, Space } from '../space.ts'
import { trouble } from '../trouble.ts'
import { backTo } from './back-to.ts'
import './document-view.ts'
import { type DocumentItems, readItems } from './items.ts'
import { ListPlaces } from './list-place.ts'
import { sourceOf } from './source-of.ts'

/** One document, by its address: read, and shown as it stands. */
@customElement('document-page')
export class DocumentPage extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined
  @property() url = ''
  @property({ attribute: false }) places = new ListPlaces()
  @state() private opened: { readonly document: OpenDocument; readonly content: DocumentItems } | undefined
  @state() private failure: PodFailure | undefined
  private opening = ''

  static override styles = [base, pageStyle]

  constructor() {
    super()
    new Localized(this)
  }

  override willUpdate(): void {
    if (this.url !== this.opening) void this.open()
  }

  override render() {
    const { space, url, opened, failure, places } = this
    const data = space && sourceOf(space.sources, url)
    const back = html`<p class="back">${
      data
        ? html`<a href=${categoryHash(data.category, places.of(data.category).partner)}>${backTo(data.category)}</a>`
        : html`<a href="#have">${t(browserMessages.back)}</a>`
    }</p>`
    if (failure) return html`${back}${trouble(failure, () => void this.open())}`
    if (!space || opened?.document.url !== url)
      return html`${back}<state-panel state="loading"></state-panel>`
    const { container, category } = data ?? { container: url, category: '' }
    return html`${back}<document-view .document=${opened.document} .content=${opened.content} .place=${places.of(url)}
      category=${category} partner=${space.partnerName(container, category)}></document-view>`
  }

  private async open(): Promise<void> {
    const { space, url } = this
    if (!space) return
    this.opening = url
    this.failure = undefined
    try {
      const document = await space.open(url)
      const content = await readItems(url, document.statements)
      if (this.opening === url) this.opened = { document, content }
    } catch (error) {
      if (this.opening === url) this.failure = asFailure(error, url)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'document-page': DocumentPage
  }
}
