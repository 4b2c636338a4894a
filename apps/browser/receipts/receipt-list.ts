import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ReceiptKey } from '#vocab/receipt'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import { base } from '../../shared/ui/base.ts'
import { readingMessages as words } from '../../shared/ui/reading-messages.ts'
import '../../shared/ui/state-panel.ts'
import type { Entry } from '../../shared/pod/parse-listing.ts'
import { pageStyle } from '../page-style.ts'
import type { People } from '../people.ts'
import { receiptHash } from '../route.ts'
import { receiptMessages as messages } from './messages.ts'
import {
  type FoundReceipt,
  listReceipts,
  type PodReader,
  readReceipts,
  receiptKeys,
} from './read-receipts.ts'
import './receipt-card.ts'

/** Receipts that are read and verified at once. */
const atOnce = 20

/** What the server has signed of each grant given or withdrawn, verified here. */
@customElement('receipt-list')
export class ReceiptList extends LitElement {
  @property({ attribute: false }) reader: PodReader | undefined
  @property({ attribute: false }) people: People | undefined
  @property() pod = ''
  /** The id of the one that is looked at; all of them without. */
  @property() receipt = ''
  @state() private entries: readonly Entry[] | undefined
  @state() private found: readonly FoundReceipt[] = []
  @state() private failure: PodFailure | undefined
  @state() private busy = false
  /** Of several. */
  private isOne = false
  private keys: readonly ReceiptKey[] | undefined

  static override styles = [
    base,
    pageStyle,
    css`
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      .head,
      .proves {
        display: grid;
        gap: var(--space-2);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('pod') || changed.has('receipt')) void this.load()
  }

  override render() {
    const { entries, found, failure } = this
    if (failure && failure.kind !== 'missing') return this.trouble(failure)
    if (failure && entries) return this.trouble(failure)
    if (failure || entries?.length === 0)
      return html`<state-panel state="empty" heading=${t(messages.empty)}><p>${t(messages.emptyText)}</p></state-panel>`
    if (!entries || found.length === 0) return html`<state-panel state="loading"></state-panel>`
    return html`<div class="head">
        <h2>${t(messages.heading)}</h2>
        <p class="muted">${t(messages.intro)}</p>
        <details>
          <summary>${t(messages.provesHeading)}</summary>
          <div class="proves">
            <p>${t(messages.proves)}</p>
            <p>${t(messages.provesKeep)}</p>
          </div>
        </details>
      </div>
      ${this.isOne ? html`<p class="back"><a href=${receiptHash()}>${t(messages.all)}</a></p>` : nothing}
      <ul>${found.map((it, at) => html`<li><receipt-card .receipt=${it} .written=${entries[at]?.modified} .people=${this.people}></receipt-card></li>`)}</ul>
      ${
        found.length < entries.length
          ? html`<p><button type="button" ?disabled=${this.busy} @click=${() => this.readMore()}>${t(messages.more)}</button></p>`
          : nothing
      }`
  }

  private trouble({ kind, url }: PodFailure) {
    const refused = kind === 'refused'
    const text = url.endsWith('/.keys/receipts')
      ? messages.noKeys
      : ({ refused: messages.refusedText, unreachable: words.unreachable }[kind as string] ??
        words.serverFault)
    return html`<state-panel state=${refused ? 'refused' : 'failed'} heading=${t(refused ? messages.refused : messages.failed)}>
      <p>${t(text)}</p>
      <button slot="action" class="primary" type="button" @click=${() => this.load()}>${t(words.retry)}</button>
    </state-panel>`
  }

  private async load(): Promise<void> {
    const { reader, pod, receipt } = this
    if (!reader) return
    this.failure = this.entries = this.keys = undefined
    this.found = []
    this.busy = false
    try {
      const all = await listReceipts(reader, pod)
      // One that is not there any more is no reason to show none.
      const chosen = all.filter(({ url }) => receipt !== '' && url.endsWith(`/${receipt}`))
      if (receipt !== this.receipt) return
      this.entries = chosen.length > 0 ? chosen : all
      this.isOne = chosen.length > 0
      if (all.length === 0) return
      this.keys = await receiptKeys((url, init) => fetch(url, init), new URL('../', pod).href)
      await this.readMore()
    } catch (error) {
      this.failure = asFailure(error, pod)
    }
  }

  private async readMore(): Promise<void> {
    const { reader, entries, keys, people, found } = this
    if (!reader || !entries || !keys || !people || this.busy) return
    this.busy = true
    const next = await readReceipts(
      reader,
      entries.slice(found.length, found.length + atOnce).map(({ url }) => url),
      keys,
      people.webId,
    )
    if (entries !== this.entries) return
    this.busy = false
    this.found = [...found, ...next]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'receipt-list': ReceiptList
  }
}
