import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { fileSize } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/load-progress.ts'
import { download } from '../download.ts'
import { CopyMaker, type CopySource } from './CopyMaker.ts'
import { failureWords } from './failure-words.ts'
import { leaveStyle } from './leave-style.ts'
import { leaveMessages as messages } from './messages.ts'

/** Everything as one file, made here and handed to this device. */
@customElement('copy-card')
export class CopyCard extends LitElement {
  @property({ attribute: false }) source: (() => CopySource) | undefined
  @state() private maker: CopyMaker | undefined
  @state() private blob: Blob | undefined
  @state() private failure: PodFailure | undefined
  /** What the file that was handed over is called. */
  @state() private saved = ''
  private found = 0

  static override styles = [base, leaveStyle]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${t(messages.copyHeading)}</h2>
      <p>${t(messages.copyText)}</p>
      <p class="muted">${t(messages.copyPrivate)}</p>
      ${this.now()}
    </section>`
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    // The button that was pressed is gone: whoever pressed it goes on from what came of it.
    if (changed.has('blob') || (changed.has('failure') && this.failure))
      this.renderRoot.querySelector<HTMLElement>('.part')?.focus()
  }

  private now() {
    const { maker, blob, failure } = this
    if (!maker)
      return html`<button class="primary" type="button" @click=${() => this.begin()}>${t(messages.make)}</button>`
    if (failure)
      return html`<div class="said failed part" role="alert" tabindex="-1">
        <h3>${t(messages.interrupted)}</h3>
        <p>${failureWords(failure)}</p>
        <p>${t(messages.interruptedText, maker.done)}</p>
        <button class="primary" type="button" @click=${() => this.run(maker)}>${t(messages.goOn)}</button>
      </div>`
    if (!blob) {
      const label =
        maker.total === 0 ? t(messages.listing, this.found) : t(messages.making, maker.done, maker.total)
      return html`<load-progress .done=${maker.done} .total=${maker.total} .label=${label}></load-progress>`
    }
    return html`<div class="said part" role="status" tabindex="-1">
        <h3>${t(messages.ready)}</h3>
        <p>${t(messages.readyText, maker.done, fileSize(blob.size))}</p>
        ${maker.gone.length > 0 ? html`<p>${t(messages.gone, maker.gone.length)}</p>` : nothing}
      </div>
      <button class="primary" type="button" @click=${() => this.save(blob, maker)}>${t(messages.save)}</button>
      <p role="status">${this.saved ? t(messages.saved, this.saved) : nothing}</p>`
  }

  private save(blob: Blob, maker: CopyMaker): void {
    this.saved = this.fileName(maker)
    download(blob, this.saved)
  }

  private fileName({ manifest }: CopyMaker): string {
    return `${t(messages.fileName)}-${manifest.exported.slice(0, 10)}.zip`
  }

  private async begin(): Promise<void> {
    if (!this.source) return
    const maker = new CopyMaker(this.source())
    this.maker = maker
    await this.run(maker)
  }

  private async run(maker: CopyMaker): Promise<void> {
    this.failure = undefined
    try {
      this.blob = await maker.run((found) => {
        this.found = found
        this.requestUpdate()
      })
    } catch (error) {
      this.failure = asFailure(error, maker.manifest.pod)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'copy-card': CopyCard
  }
}
