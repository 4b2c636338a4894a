import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { fileSize, instant } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import type { PlainFile } from '../data.ts'
import { download } from '../download.ts'
import { fileMessages as messages } from './file-messages.ts'

/**
 * What a partner sent that is no RDF, such as an invoice in PDF: to download, never to open here.
 *
 * Property `fetchFile`: the bytes of a file; rejects when it could not be had.
 */
@customElement('file-list')
export class FileList extends LitElement {
  @property({ attribute: false }) files: readonly PlainFile[] = []
  @property({ attribute: false }) fetchFile: (url: string) => Promise<Uint8Array<ArrayBuffer>> = () =>
    Promise.reject(new Error('no pod'))
  /** Said in the language of the moment. */
  @state() private said: (() => string) | undefined

  static override styles = [
    base,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-2);
        overflow-wrap: anywhere;
      }
      a {
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
    return html`<h5>${t(messages.files)}</h5>
      <ul>
        ${this.files.map(
          (file) => html`<li>
            <a href=${file.url} download=${file.name} @click=${(event: Event) => {
              // The link alone would ask the pod without saying who asks.
              event.preventDefault()
              void this.download(file)
            }}>${t(messages.download, file.name)}</a>
            <span class="small muted">${about(file)}</span>
          </li>`,
        )}
      </ul>
      <p class="small" role="status">${this.said?.() ?? nothing}</p>`
  }

  private async download({ url, name }: PlainFile): Promise<void> {
    this.said = undefined
    try {
      download(await this.fetchFile(url), name)
      this.said = () => t(messages.downloaded, name)
    } catch {
      this.said = () => t(messages.notDownloaded, name)
    }
  }
}

function about({ bytes, modified }: PlainFile): string {
  return [
    bytes === undefined || bytes < 1000 ? '' : fileSize(bytes),
    modified ? t(messages.received, instant(modified)) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

declare global {
  interface HTMLElementTagNameMap {
    'file-list': FileList
  }
}
