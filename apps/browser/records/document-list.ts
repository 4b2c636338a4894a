import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { elsewhere } from '../../shared/elsewhere.ts'
import { capital, fileSize, monthOnly } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { known } from '../../shared/known.ts'
import { readable } from '../../shared/pod/decoded.ts'
import { base } from '../../shared/ui/base.ts'
import { byYear, type Folder, type Sheet } from '../data.ts'
import { documentHash } from '../route.ts'
import { documentMessages as messages } from './document-messages.ts'
import { documentName } from './document-name.ts'
import './file-list.ts'

/** Bytes: what takes less tells nobody anything. */
const worthSaying = 1000

/** The documents of one partner, folder by folder, as they are kept. */
@customElement('document-list')
export class DocumentList extends LitElement {
  @property({ attribute: false }) folders: readonly Folder[] = []
  @property() category = ''
  /** Of all its folders. */
  @property() container = ''
  @property({ attribute: false }) fetchFile: (url: string) => Promise<Uint8Array<ArrayBuffer>> = () =>
    Promise.reject(new Error('no pod'))

  static override styles = [
    base,
    css`
      h4 {
        margin: var(--space-2) 0 0;
      }
      h5 {
        margin: var(--space-3) 0 0;
        font-size: var(--size-small);
        color: var(--muted);
      }
      .months {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
        gap: 0 var(--space-6);
      }
      .months li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
      }
      .months a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--target);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    return this.folders.map((folder, at) => this.folder(folder, at + 1))
  }

  /** Folders of accounts and meters have numbers for names; those that somebody else made, their own. */
  private nameOf(url: string, at: number): string {
    const { category, container } = this
    if (category !== elsewhere)
      return t(
        known({ bank: messages.bankFolder, energy: messages.energyFolder }, category) ?? messages.otherFolder,
        at,
      )
    const inside = url.slice(container.length).split('/').slice(0, -1).map(readable)
    return inside.length === 0 ? t(messages.directly) : inside.join(' › ')
  }

  private folder({ url, sheets, files }: Folder, at: number) {
    return html`<h4>${this.nameOf(url, at)}</h4>
      ${byYear(sheets).map(
        ({ year, sheets }) => html`${year ? html`<h5>${year}</h5>` : nothing}
          <ul class="months">${sheets.map((sheet) => this.sheet(sheet))}</ul>`,
      )}
      ${files.length > 0 ? html`<file-list .files=${files} .fetchFile=${this.fetchFile}></file-list>` : nothing}`
  }

  private sheet({ url, month, bytes = 0 }: Sheet) {
    const name = month
      ? html`${capital(monthOnly(month))}<span class="unseen"> ${month.slice(0, 4)}</span>`
      : documentName(url)
    return html`<li>
      <a href=${documentHash(url)}>${name}</a>
      ${bytes < worthSaying ? nothing : html`<span class="small muted figures">${fileSize(bytes)}</span>`}
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'document-list': DocumentList
  }
}
