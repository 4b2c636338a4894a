import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { asFailure } from '../../shared/pod/failure.ts'
import { citizenName } from '../../shared/session/citizen-name.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/load-progress.ts'
import { partnersHash } from '../route.ts'
import type { Space } from '../space.ts'
import './earlier-imports.ts'
import { donePart } from './done-part.ts'
import { FileRefused, type Refusal } from './FileThread.ts'
import { counted, failureText, kindsPart, previewPart, refused } from './file-parts.ts'
import { type Imported, triedAgain } from './import-file.ts'
import { messages } from './messages.ts'
import { OwnFiles } from './OwnFiles.ts'
import type { Kind } from './preview.ts'
import { roomStyle } from './room-style.ts'
import { shownName } from './shown-name.ts'
import type { Looked, Step } from './step.ts'

/** Bring a file of one’s own: chosen, looked at, imported, and taken back. */
@customElement('own-file-room')
export class OwnFileRoom extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined
  @state() private step: Step = { at: 'choose' }
  @state() private kinds: readonly Kind[] | undefined

  private readonly files = new OwnFiles(() => this.space)

  static override styles = [base, roomStyle]

  constructor() {
    super()
    new Localized(this)
    // Beside the place for it, a browser would open the file instead of this page.
    for (const type of ['dragover', 'drop']) this.addEventListener(type, (event) => event.preventDefault())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.step.at === 'read') this.leave()
  }

  override firstUpdated(): void {
    // Who came here by keyboard or ear goes on from the heading.
    this.renderRoot.querySelector('h2')?.focus()
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('step') as Step | undefined
    // Whoever is led on by a page that changes has to be where it changed.
    if (before && before.at !== this.step.at) this.renderRoot.querySelector<HTMLElement>('.here')?.focus()
  }

  override render() {
    const { space } = this
    if (!space) return nothing
    return html`<p class="back"><a href=${partnersHash}>${t(messages.back)}</a></p>
      <h2 tabindex="-1">${t(messages.heading)}</h2>
      <section class="card">${this.content()}</section>
      ${
        this.step.at === 'choose'
          ? html`<earlier-imports .space=${space} .files=${this.files}></earlier-imports>`
          : nothing
      }`
  }

  private content() {
    const { step } = this
    switch (step.at) {
      case 'choose':
        return this.chooser(step.refusal, step.said)
      case 'read':
        return html`<p role="status" tabindex="-1" class="here">${t(messages.reading, step.name)}</p>
          <progress aria-label=${t(messages.reading, step.name)}></progress>
          <p class="actions"><button type="button" @click=${this.leave}>${t(messages.stop)}</button></p>`
      case 'which':
        return html`<h3 tabindex="-1" class="here">${t(messages.which)}</h3>
          <p>${t(messages.whichText)}</p>
          <p class="actions">
            ${step.kinds.map(
              (kind) =>
                html`<button type="button" @click=${() => this.look(step.file, kind)}>${t(kind.title)}</button>`,
            )}
            <button type="button" @click=${this.leave}>${t(messages.cancel)}</button>
          </p>`
      case 'where':
        return html`<h3 tabindex="-1" class="here">${t(messages.whichSpace)}</h3>
          <p>${t(messages.whichSpaceText)}</p>
          <p class="actions">
            ${this.files.pods.map(
              (pod) =>
                html`<button type="button" @click=${() => this.look(step.file, step.kind, pod)}>${citizenName(pod)}</button>`,
            )}
            <button type="button" @click=${this.leave}>${t(messages.cancel)}</button>
          </p>`
      case 'preview': {
        const hasNew = step.there < step.preview.records
        return previewPart(
          step,
          html`${
            hasNew
              ? html`<button type="button" class="primary" @click=${() => this.import(step)}>${t(messages.import)}</button>`
              : nothing
          }
            <button type="button" @click=${this.leave}>${t(messages.cancel)}</button>`,
        )
      }
      case 'import':
        return html`<load-progress
            .done=${step.done}
            .total=${step.preview.documents.length}
            .label=${t(messages.importing)}
          ></load-progress>
          <p class="actions">
            <button type="button" class="here" @click=${() => this.files.leave(true)}>${t(messages.stop)}</button>
          </p>`
      case 'done':
        return html`${donePart(step.imported, {
          logOut: () => this.space?.logOut(),
          retry: () => this.import(step, step.imported),
          another: this.leave,
          undo: () => this.undo(step),
        })}
        ${step.undoFailed ? html`<p class="said failed" role="alert">${t(messages.undoFailed)}</p>` : nothing}`
      case 'undo':
        return html`<load-progress .done=${step.done} .total=${step.total} .label=${t(messages.undoing)}></load-progress>`
    }
  }

  private chooser(refusal: Refusal | undefined, said: string | undefined) {
    return html`${refusal ? refused(refusal) : nothing}
      <p class="said" role="status">${said ?? ''}</p>
      <p>${t(messages.intro)}</p>
      <label class="drop" @drop=${(event: DragEvent) => this.choose(event.dataTransfer?.files)}>
        <span class="button primary">${t(messages.choose)}</span>
        <span class="muted by-mouse">${t(messages.drop)}</span>
        <input
          type="file"
          class="unseen here"
          aria-label=${t(messages.choose)}
          @change=${(event: Event) => this.choose((event.target as HTMLInputElement).files)}
        />
      </label>
      <p class="small muted">${t(messages.staysHere)}</p>
      <details @toggle=${this.readKinds}>
        <summary>${t(messages.known)}</summary>
        ${kindsPart(this.kinds)}
      </details>`
  }

  private async choose(files: FileList | null | undefined): Promise<void> {
    const [file, another] = files ?? []
    if (!file) return
    if (another) {
      this.step = { at: 'choose', said: t(messages.oneOnly) }
      return
    }
    await this.reading(file, async () => {
      const kinds = await this.files.recognise(file)
      const [only] = kinds
      if (kinds.length > 1 || !only) return { at: 'which', file, kinds }
      return this.looked(file, only)
    })
  }

  private async look(file: File, kind: Kind, pod?: string): Promise<void> {
    await this.reading(file, () => this.looked(file, kind, pod))
  }

  /** Who has several spaces says into which it goes. */
  private async looked(file: File, kind: Kind, chosen?: string): Promise<Step> {
    const [only, another] = this.files.pods
    const pod = chosen ?? (another === undefined ? only : undefined)
    if (pod === undefined) return { at: 'where', file, kind }
    return { at: 'preview', ...(await this.files.look(file, kind, pod)) }
  }

  /** Unless it was left meanwhile, or another was begun. */
  private async reading({ name }: File, read: () => Promise<Step>): Promise<void> {
    const begun: Step = { at: 'read', name: shownName(name) }
    this.step = begun
    const next = await read().catch((error: unknown): Step => ({ at: 'choose', refusal: refusalOf(error) }))
    if (this.step === begun) this.step = next
  }

  /** `before`: what became of it when it was tried before. */
  private async import(looked: Looked, before?: Imported): Promise<void> {
    const { name, space, preview, container, there } = looked
    const so = { name, space, preview, container, there }
    this.step = { at: 'import', done: 0, ...so }
    const imported = await this.files.import(preview, (done) => {
      this.step = { at: 'import', done, ...so }
    })
    const all = before ? triedAgain(before, imported) : imported
    this.step = { at: 'done', imported: all, undoFailed: false, ...so }
  }

  private async undo(step: Extract<Step, { at: 'done' }>): Promise<void> {
    const { changed } = step.imported
    const total = changed.length
    this.step = { at: 'undo', done: 0, total }
    const { removed, failure } = await this.files.undo(changed, step.container, (done) => {
      this.step = { at: 'undo', done, total }
    })
    this.step = failure
      ? { ...step, undoFailed: true }
      : { at: 'choose', said: t(messages.undone, ...counted(removed)) }
  }

  private readonly leave = (): void => {
    this.files.leave(false)
    this.step = { at: 'choose' }
  }

  private readonly readKinds = async (): Promise<void> => {
    this.kinds ??= await this.files.kinds().catch(() => undefined)
  }
}

/** Why a file is not shown, in the citizen’s words. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof FileRefused) return error.refusal
  const text = failureText(asFailure(error, ''))
  return { code: 'pod', text: { fr: text, en: text } }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-file-room': OwnFileRoom
  }
}
