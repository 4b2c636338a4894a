import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { capital, fileSize, monthOnly } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { byYear, type Folder, type PartnerData, type Sheet } from '../data.ts'
import '../records/file-list.ts'
import { documentHash } from '../route.ts'
import type { Space } from '../space.ts'
import { homeMessages as messages } from './messages.ts'

/** The documents of a source, for whoever asks to see them. */
@customElement('source-documents')
export class SourceDocuments extends LitElement {
  @property({ attribute: false }) space: Space | undefined
  @property({ attribute: false }) source: PartnerData | undefined

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
    const { source } = this
    if (!source) return nothing
    return html`<details>
      <summary>${t(messages.allDocuments)}</summary>
      ${source.folders.map((folder, at) => this.folder(folder, source.category, at + 1))}
    </details>`
  }

  private folder({ sheets, files }: Folder, category: string, at: number) {
    const name =
      { bank: messages.bankFolder, energy: messages.energyFolder }[category] ?? messages.otherFolder
    return html`<h4>${t(name, at)}</h4>
      ${byYear(sheets).map(
        ({ year, sheets }) => html`${year ? html`<h5>${year}</h5>` : nothing}
          <ul class="months">${sheets.map((sheet) => this.sheet(sheet))}</ul>`,
      )}
      ${files.length > 0 ? html`<file-list .files=${files} .fetchFile=${this.space?.readFile}></file-list>` : nothing}`
  }

  private sheet({ url, month, name: file, bytes }: Sheet) {
    const name = month
      ? html`${capital(monthOnly(month))}<span class="unseen"> ${month.slice(0, 4)}</span>`
      : file.endsWith('.ttl')
        ? t(messages.description)
        : file
    return html`<li>
      <a href=${documentHash(url)}>${name}</a>
      ${bytes === undefined ? nothing : html`<span class="small muted figures">${fileSize(bytes)}</span>`}
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'source-documents': SourceDocuments
  }
}
