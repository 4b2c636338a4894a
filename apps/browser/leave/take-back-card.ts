import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { filesName } from '#vocab/archive/copy'
import { dayOfInstant } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { readable } from '../../shared/pod/decoded.ts'
import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/load-progress.ts'
import type { Space } from '../space.ts'
import type { CopySource } from './CopyMaker.ts'
import { type CopiedLog, copiedLog } from './copied-log.ts'
import { documentWords } from './document-words.ts'
import { failureWords } from './failure-words.ts'
import { leaveStyle } from './leave-style.ts'
import { leaveMessages as messages } from './messages.ts'
import { type OpenCopy, openCopy } from './open-copy.ts'
import { ArchiveRefusal } from './refusal.ts'
import { type Taken, type TakenBack, takeBack } from './take-back.ts'
import { wholePod } from './whole-pod.ts'

interface Sound {
  readonly copy: OpenCopy
  readonly documents: number
  readonly log: CopiedLog | undefined
}

/** An archive that somebody gives back: checked, and what is missing added, with a report. */
@customElement('take-back-card')
export class TakeBackCard extends LitElement {
  @property({ attribute: false }) source: (() => CopySource) | undefined
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined
  @state() private sound: Sound | undefined
  @state() private refusal: ArchiveRefusal | undefined
  @state() private failure: PodFailure | undefined
  @state() private report: TakenBack | undefined
  @state() private progress:
    | { readonly label: string; readonly done: number; readonly total: number }
    | undefined

  static override styles = [base, leaveStyle]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${t(messages.takeHeading)}</h2>
      <p>${t(messages.takeText)}</p>
      <div>
        <input id="file" class="unseen" type="file" accept=".zip,application/zip" ?disabled=${this.progress !== undefined}
          @change=${(event: Event) => this.open(event.target as HTMLInputElement)}>
        <label for="file" class="button">${t(messages.choose)}</label>
      </div>
      ${this.now()}
    </section>`
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    // What was pressed is gone, or was disabled meanwhile: whoever pressed it goes on from what came of it.
    const news = this.renderRoot.querySelector<HTMLElement>('.part')
    if (!news || !changed.get('progress') || this.progress) return
    news.tabIndex = -1
    news.focus()
  }

  private now() {
    const { progress, refusal, report, failure, sound } = this
    if (progress) {
      const { label, done, total } = progress
      return html`<load-progress .done=${done} .total=${total} .label=${label}></load-progress>`
    }
    if (refusal) return refused(refusal, this.name)
    if (report) return reported(report, this.name)
    if (failure)
      return html`<div class="said failed part" role="alert">
        <h3>${t(messages.stopped)}</h3>
        <p>${failureWords(failure)}</p>
        <p>${t(messages.stoppedText)}</p>
        <button class="primary" type="button" @click=${() => this.add()}>${t(messages.goOn)}</button>
      </div>`
    return sound ? this.checked(sound) : nothing
  }

  private readonly name: Name = (paths) =>
    documentWords(paths, this.source?.().pod ?? '', this.space?.grants?.grants ?? [])

  private checked({ copy: { manifest }, documents, log }: Sound) {
    const isElsewhere = manifest.pod !== this.source?.().pod
    return html`<div class="said part" role="status">
        <h3>${t(messages.sound)}</h3>
        <p>${t(messages.soundText, documents, dayOfInstant(manifest.exported))}</p>
        ${log?.holds ? html`<p>${t(messages.logHolds, log.lines)}</p>` : nothing}
      </div>
      ${log && !log.holds ? html`<p class="said failed">${t(messages.logBroken)}</p>` : nothing}
      ${isElsewhere ? html`<p class="notice">${t(messages.otherSpace, manifest.pod)}</p>` : nothing}
      <button class="primary" type="button" @click=${() => this.add()}>${t(messages.add)}</button>`
  }

  private async open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? []
    this.sound = this.refusal = this.failure = this.report = undefined
    if (!file) return
    const show = (done: number, total: number): void => {
      this.progress = { label: t(messages.checking, done, total), done, total }
    }
    show(0, 1)
    try {
      const copy = await openCopy(file, show)
      const documents = copy.manifest.resources.filter((it) => it.file !== undefined).length
      const log = this.space && (await copiedLog(copy, this.space.reader.parse))
      this.sound = { copy, documents, log }
    } catch (error) {
      this.refusal = error instanceof ArchiveRefusal ? error : new ArchiveRefusal('not-a-copy')
    }
    this.progress = undefined
    // The same file may be chosen again.
    input.value = ''
  }

  private async add(): Promise<void> {
    const { sound, source } = this
    if (!sound || !source) return
    this.failure = undefined
    const { pod, webId, fetch, list } = source()
    const show = (done: number, total: number): void => {
      this.progress = { label: t(messages.adding, done, total), done, total }
    }
    show(0, sound.documents)
    try {
      const there = new Set((await wholePod(list, pod)).map(({ url }) => url))
      this.report = await takeBack(sound.copy, { pod, webId }, fetch, there, show)
      this.dispatchEvent(new CustomEvent('taken', { bubbles: true, composed: true }))
    } catch (error) {
      if (error instanceof ArchiveRefusal) this.refusal = error
      else this.failure = asFailure(error, pod)
    }
    this.progress = undefined
  }
}

/** In words; the name that a file of the archive has, or a path, is for whoever looks for it. */
type Name = (paths: readonly string[]) => readonly string[]

function refused({ fault, file }: ArchiveRefusal, name: Name) {
  const path = file.startsWith(filesName) ? file.slice(filesName.length) : undefined
  const altered = path === undefined ? t(messages.alteredPart) : t(messages.altered, name([path]).join())
  return html`<div class="said failed part" role="alert">
    <h3>${t(fault === 'altered' ? messages.refusedAltered : messages.refused)}</h3>
    <p>${fault === 'altered' ? altered : t(messages[fault])}</p>
    <p>${t(messages.nothing)}</p>
    ${
      fault === 'altered' && file !== ''
        ? html`<details><summary>${t(messages.details)}</summary><p class="small">${readable(file)}</p></details>`
        : nothing
    }
  </div>`
}

function reported(report: TakenBack, name: Name) {
  const all = (Object.entries(report) as [Taken, readonly string[]][]).filter(([, paths]) => paths.length > 0)
  const each = (lines: Name) =>
    all.map(
      ([taken, paths]) => html`<h3>${t(messages[`of-${taken}`], paths.length)}</h3>
        <ul class="paths">${lines(paths).map((it) => html`<li>${it}</li>`)}</ul>`,
    )
  return html`<div class="said part" role="status">
      <h3>${t(messages.done)}</h3>
      <ul class="part">${all.map(([taken, paths]) => html`<li>${t(messages[`of-${taken}`], paths.length)}</li>`)}</ul>
    </div>
    <details>
      <summary>${t(messages.which)}</summary>
      <div class="part">
        ${each(name)}
        <details>
          <summary>${t(messages.technical)}</summary>
          <div class="part">${each((paths) => paths.map(readable))}</div>
        </details>
      </div>
    </details>
    <p class="muted">${t(messages.rulesNot)}</p>`
}

declare global {
  interface HTMLElementTagNameMap {
    'take-back-card': TakeBackCard
  }
}
