import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { categoryOf, iconOf } from '../../shared/known-categories.ts'
import { asFailure } from '../../shared/pod/failure.ts'
import { inThisLanguage } from '../../shared/ui/app-names.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/load-progress.ts'
import '../../shared/ui/state-panel.ts'
import { readingMessages } from '../../shared/ui/reading-messages.ts'
import { withdrawMessages } from '../../shared/ui/withdraw-messages.ts'
import { failureText } from '../access/ending.ts'
import { HomeWatch } from '../home/home-watch.ts'
import { Watching } from '../home/watching.ts'
import { fileHash } from '../route.ts'
import type { SourceState } from '../source-state.ts'
import type { Space } from '../space.ts'
import { type Listed, readCatalogue, type Source, sourcesOf } from './catalogue.ts'
import { eraseContainer } from './erase-container.ts'
import { inKeptPlaces, placeOf } from './kept-places.ts'
import { messages } from './messages.ts'
import { erasingPart, type Question, questionPart } from './partner-question.ts'
import { counted, type Outcome, partnerRow, type RowFacts } from './partner-row.ts'
import { partnersStyle } from './partners-style.ts'
import { pastNames } from './past-names.ts'

/** The partners: who can be connected, who is, how each does; and to end it. */
@customElement('partners-room')
export class PartnersRoom extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined
  @state() private listed: readonly Listed[] | undefined
  @state() private isListFailed = false
  @state() private asked: Question | undefined
  @state() private busy = false
  @state() private erasing: { readonly done: number; readonly total: number } | undefined
  /** What became of what was asked last, and of whom it was. */
  @state() private outcome: (Outcome & { readonly place: string }) | undefined
  /** What the partners were called when they were connected, by container; read where no list tells it. */
  @state() private pastNames: ReadonlyMap<string, string> = new Map()
  private shown: readonly Source[] = []

  static override styles = [base, partnersStyle]

  constructor() {
    super()
    new Localized(this)
    new Watching(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.read()
  }

  override render() {
    const { space, listed } = this
    if (!space?.grants || !space.partners) return nothing
    return html`<div class="head">
        <h2>${t(messages.heading)}</h2>
        <p class="muted">${t(messages.intro)}</p>
      </div>
      ${
        this.isListFailed
          ? html`<div class="notice" role="status">
              <p>${t(messages.notListed)}</p>
              <button type="button" @click=${() => this.read()}>${t(readingMessages.retry)}</button>
            </div>`
          : nothing
      }
      ${listed ? this.byCategory(space, listed) : html`<state-panel state="loading"></state-panel>`}
      <section class="card">
        <h2>${t(messages.own)}</h2>
        <p>${t(messages.ownText)}</p>
        <p class="actions"><a class="button" href=${fileHash}>${t(messages.add)}</a></p>
      </section>
      <dialog aria-labelledby="ask" @close=${() => {
        if (!this.busy) this.asked = undefined
      }}>${this.question()}</dialog>`
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    const dialog = this.renderRoot.querySelector('dialog')
    if (this.asked && dialog && !dialog.open) dialog.showModal()
    if (!this.asked && dialog?.open) dialog.close()
    // The next question stands where the last one stood: nobody may answer both by pressing twice.
    if (changed.has('asked') && this.asked) dialog?.querySelector('button')?.focus()
    // It is said beside the partner that was asked about, which may be far down the page.
    if (changed.has('outcome') && this.outcome) this.renderRoot.querySelector<HTMLElement>('.said')?.focus()
  }

  private byCategory(space: Space, listed: readonly Listed[]) {
    const found = sourcesOf(listed, space.grants?.grants ?? [], space.partners ?? [])
    const sources = inKeptPlaces(this.shown, found)
    this.shown = sources
    if (sources.length === 0)
      return html`<state-panel state="empty" heading=${t(messages.none)}><p>${t(messages.noneText)}</p></state-panel>`
    const watch = HomeWatch.of(space)
    const account = space.config?.account
    const acts = {
      connectAt: account && `${inThisLanguage(account)}#partners`,
      disconnect: (source: Source) => this.ask({ what: 'disconnect', source }),
      erase: (source: Source) => this.ask({ what: 'erase', source }),
    }
    const categories = [...new Set(sources.map(({ category }) => category))]
    return categories.map((id) => {
      const known = categoryOf(id)
      return html`<section class="card">
        <h2>${iconOf(id)} ${known ? t(known.label) : id}</h2>
        <ul>
          ${sources
            .filter(({ category }) => category === id)
            .map((source) => partnerRow(source, this.told(source, this.state(watch, source)), acts))}
        </ul>
      </section>`
    })
  }

  private state(watch: HomeWatch, { grant, category, id }: Source): SourceState | undefined {
    const container = grant?.containers.find((it) => it.endsWith(`/data/${category}/${id}/`))
    return container === undefined ? undefined : watch.state(container)
  }

  private nameOf({ name, data, category, id }: Source): string {
    if (name !== undefined || !data) return name ?? id
    return this.pastNames.get(data.container) ?? this.space?.partnerName(data.container, category) ?? id
  }

  private told(source: Source, state: SourceState | undefined): RowFacts {
    const { outcome } = this
    const isOfIt = outcome?.place === placeOf(source)
    return { name: this.nameOf(source), state, outcome: isOfIt ? outcome : undefined }
  }

  private question() {
    const { asked } = this
    if (!asked) return nothing
    const { source } = asked
    const name = this.nameOf(source)
    if (this.erasing) return erasingPart(name, this.erasing)
    return questionPart(asked, name, {
      isBusy: this.busy,
      leave: () => this.close(),
      disconnect: () => this.disconnect(source),
      keep: () => this.tell(source, () => t(messages.kept, name)),
      askToErase: () => this.ask({ what: 'erase', source }),
      erase: () => this.erase(source),
    })
  }

  private ask(asked: Question): void {
    this.outcome = undefined
    this.asked = asked
  }

  private close(): void {
    this.asked = undefined
  }

  private tell(source: Source, said: () => string, isFailed = false, left: readonly string[] = []): void {
    this.outcome = { place: placeOf(source), said, isFailed, left }
    this.asked = undefined
  }

  private async read(): Promise<void> {
    const { space } = this
    const { config } = space ?? {}
    if (!space || !config) return
    try {
      this.listed = await readCatalogue(space.readFile, config.agent)
      this.isListFailed = false
    } catch {
      // Those that are connected are known without it.
      this.listed = []
      this.isListFailed = true
      for (const pod of space.grants?.pods ?? [])
        this.pastNames = new Map([...this.pastNames, ...(await pastNames(space.reader, pod))])
    }
  }

  private async disconnect(source: Source): Promise<void> {
    this.busy = true
    try {
      await this.space?.withdraw(source.grant?.id ?? '')
    } catch (error) {
      const failure = asFailure(error, '')
      return this.tell(source, () => failureText(failure), true)
    } finally {
      this.busy = false
    }
    if (source.data) this.asked = { what: 'keep', source: { ...source, grant: undefined } }
    else this.tell(source, () => t(withdrawMessages.partnerDone, this.nameOf(source)))
  }

  private async erase(source: Source): Promise<void> {
    const { space } = this
    const { data } = source
    if (!space?.session || !data) return
    const total = data.sheets
    this.busy = true
    this.erasing = { done: 0, total }
    const manner = { fetch: space.session.fetch, signal: new AbortController().signal }
    const { documents, left } = await eraseContainer(
      data.container,
      (container) => space.reader.list(container),
      manner,
      (done) => {
        this.erasing = { done, total: Math.max(total, done) }
      },
    )
    this.busy = false
    this.erasing = undefined
    const isPartly = left.length > 0
    this.tell(
      source,
      () => t(isPartly ? messages.partlyErased : messages.erased, ...counted(documents)),
      isPartly,
      left,
    )
    await space.refresh()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'partners-room': PartnersRoom
  }
}
