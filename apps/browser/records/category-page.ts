import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { elsewhere } from '../../shared/elsewhere.ts'
import { wholeNumber } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { categoryOf, iconOf } from '../../shared/known-categories.ts'
import type { PodFailure } from '../../shared/pod/failure.ts'
import { worstOf } from '../../shared/pod/snapshot.ts'
import { base } from '../../shared/ui/base.ts'
import { readingMessages } from '../../shared/ui/reading-messages.ts'
import '../../shared/ui/load-progress.ts'
import '../../shared/ui/state-panel.ts'
import type { PartnerData } from '../data.ts'
import { messages as browserMessages } from '../messages.ts'
import { pageStyle } from '../page-style.ts'
import { categoryHash } from '../route.ts'
import type { Space } from '../space.ts'
import { trouble } from '../trouble.ts'
import { categoryName } from './back-to.ts'
import './document-list.ts'
import { documentName } from './document-name.ts'
import { readItems } from './items.ts'
import { ListPlace } from './list-place.ts'
import { recordMessages as messages } from './messages.ts'
import './record-list.ts'
import { RecordReading } from './record-reading.ts'

/** Documents that are named where they could not be read. */
const mostNamed = 5

/** The records of one category, of all partners or of one. */
@customElement('category-page')
export class CategoryPage extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined
  /** The folder's name. */
  @property() category = ''
  /** The partner's folder; empty for all. */
  @property() partner = ''
  @property({ attribute: false }) place = new ListPlace()
  @state() private version = 0
  private readonly reading = new RecordReading(
    async (url) => readItems(url, (await this.opened(url)).statements),
    () => {
      this.version += 1
    },
  )
  private started = ''

  static override styles = [
    base,
    pageStyle,
    css`
      .partner {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-1);
        justify-items: start;
      }
      label {
        font-weight: 600;
      }
      select {
        max-inline-size: 100%;
      }
      .notice {
        margin-block-end: 0;
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.reading.stop()
    this.started = ''
  }

  override willUpdate(): void {
    this.place.partner = this.partner
    const sheets = this.shown().flatMap(({ folders }) => folders.flatMap(({ sheets }) => sheets))
    const wanted = sheets.map(({ url, modified }) => `${url} ${modified}`).join('\n')
    // Each drawing of the frame comes by here: only what has changed in the listings is read.
    if (wanted === this.started) return
    this.started = wanted
    void this.reading.start(sheets)
  }

  override render() {
    const known = categoryOf(this.category)
    return html`<p class="back"><a href="#have">${t(browserMessages.back)}</a></p>
      <div class="head">
        <h2 tabindex="-1">${iconOf(this.category)} ${categoryName(this.category)}</h2>
        ${known ? html`<p class="muted">${t(known.description)}</p>` : nothing}
      </div>
      ${this.content()}`
  }

  override firstUpdated(): void {
    // Who came here by keyboard or ear goes on from the heading.
    this.renderRoot.querySelector('h2')?.focus()
  }

  private content() {
    const { space } = this
    const partners = this.partners()
    if (!space) return nothing
    if (partners.length === 0) {
      return html`<state-panel state="empty" heading=${t(messages.empty)}><p>${t(messages.emptyText)}</p></state-panel>`
    }
    return html`${partners.length > 1 ? this.choice(space, partners) : nothing} ${this.records()}
      <details class="documents">
        <summary>${t(messages.documents)}</summary>
        ${this.shown().map(
          ({ container, category, folders }) => html`<h3>${space.partnerName(container, category)}</h3>
            <document-list .container=${container} .folders=${folders} .category=${category} .fetchFile=${space.readFile}></document-list>`,
        )}
      </details>`
  }

  private choice(space: Space, partners: readonly PartnerData[]) {
    const isElsewhere = this.category === elsewhere
    const folders = new Map(
      partners.map((it) => [it.partner, space.partnerName(it.container, it.category)] as const),
    )
    return html`<div class="partner">
      <label for="partner">${t(isElsewhere ? messages.folder : messages.partner)}</label>
      <select id="partner" @change=${({ target }: Event) => {
        location.hash = categoryHash(this.category, (target as HTMLSelectElement).value)
      }}>
        <option value="" .selected=${this.partner === ''}>${t(isElsewhere ? messages.allFolders : messages.allPartners)}</option>
        ${[...folders].map(
          ([folder, name]) =>
            html`<option value=${folder} .selected=${folder === this.partner}>${name}</option>`,
        )}
      </select>
    </div>`
  }

  private records() {
    const { items, failures, isComplete, isCut, done, total } = this.reading
    const problem = worstOf(failures)
    const retry = () => {
      this.started = ''
      this.requestUpdate()
    }
    if (items.length === 0 && isComplete) {
      if (problem) return trouble(problem, retry)
      return html`<state-panel state="empty" heading=${t(messages.empty)}><p>${t(messages.emptyFiles)}</p></state-panel>`
    }
    if (items.length === 0) return html`<state-panel state="loading"></state-panel>`
    return html`${
      isComplete
        ? nothing
        : html`<load-progress .done=${done} .total=${total} label=${t(messages.reading, done, total)}></load-progress>`
    }
      ${
        problem
          ? html`<div class="notice" role="status">
            <p>${this.unread(failures, problem)}</p>
            <button type="button" @click=${retry}>${t(readingMessages.retry)}</button>
          </div>`
          : nothing
      }
      ${
        isCut
          ? html`<div class="notice">
            <p>${t(messages.cut, wholeNumber(items.length))}</p>
            <button type="button" @click=${this.openDocuments}>${t(messages.openDocuments)}</button>
          </div>`
          : nothing
      }
      <record-list .items=${items} ?isPartly=${problem !== undefined} .place=${this.place}></record-list>`
  }

  private openDocuments(): void {
    const documents = this.renderRoot.querySelector<HTMLDetailsElement>('details.documents')
    if (!documents) return
    documents.open = true
    documents.querySelector('summary')?.focus()
  }

  /** Which could not be read, and whose it is to act. */
  private unread(failures: readonly PodFailure[], { kind }: PodFailure): string {
    const lost = failures.filter((it) => it.kind !== 'missing')
    const several = this.shown().length > 1
    const names = lost.slice(0, mostNamed).map(({ url }) => {
      const data = this.partners().find(({ container }) => url.startsWith(container))
      const sender = several && data && this.space?.partnerName(data.container, data.category)
      const name = t(messages.quoted, documentName(url))
      return sender ? `${name} (${sender})` : name
    })
    const writerMust = this.category === elsewhere ? messages.toolMust : messages.partnerMust
    const act = kind === 'unreadable' ? writerMust : messages.tryAgain
    return `${t(messages.unread, lost.length, `${names.join(', ')}${lost.length > mostNamed ? '…' : ''}`)} ${t(act)}`
  }

  private partners(): readonly PartnerData[] {
    return this.space?.sources.filter(({ category }) => category === this.category) ?? []
  }

  /** Of the partner chosen, where there is such a one. */
  private shown(): readonly PartnerData[] {
    const all = this.partners()
    const chosen = all.filter(({ partner }) => partner === this.partner)
    return chosen.length > 0 ? chosen : all
  }

  private opened(url: string) {
    const { space } = this
    if (!space) throw new Error('no space')
    return space.open(url)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'category-page': CategoryPage
  }
}
