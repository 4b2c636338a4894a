import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { type Language, language } from '../../shared/i18n/language.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/state-panel.ts'
import { messages as browserMessages } from '../messages.ts'
import { categoryHash, documentHash } from '../route.ts'
import type { OpenDocument, Space } from '../space.ts'
import { trouble } from '../trouble.ts'
import { backTo } from './back-to.ts'
import { typesIn } from './items.ts'
import { type Domain, domainsOf } from './kinds.ts'
import { ListPlaces } from './list-place.ts'
import './record-links.ts'
import './record-text.ts'
import './record-writers.ts'
import { sourceOf } from './source-of.ts'
import { type Story, storyOf } from './story.ts'
import { storyMessages as messages } from './story-messages.ts'
import { facts, origin, storyStyle, titleBlock, versionList } from './story-parts.ts'

/** One record: what it says, who wrote it, where it comes from, its versions, what it is linked to, its text. */
@customElement('record-page')
export class RecordPage extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined
  @property() iri = ''
  @property({ attribute: false }) places = new ListPlaces()
  @state() private opened:
    | { readonly document: OpenDocument; readonly domains: readonly Domain[] }
    | undefined
  @state() private failure: PodFailure | undefined
  private opening = ''
  private story: Story | undefined
  private storyIs: { readonly iri: string; readonly of: unknown; readonly said: Language } | undefined

  static override styles = [base, storyStyle]

  constructor() {
    super()
    new Localized(this)
  }

  private get url(): string {
    return this.iri.split('#', 1)[0] ?? ''
  }

  override willUpdate(): void {
    if (this.url !== this.opening) void this.open()
    const { opened, iri, storyIs, space } = this
    if (!opened || opened.document.url !== this.url) return
    if (storyIs?.iri === iri && storyIs.of === opened && storyIs.said === language()) return
    this.storyIs = { iri, of: opened, said: language() }
    const { document, domains } = opened
    this.story = storyOf(document.url, iri, document.statements, domains, space?.grants?.pods ?? [])
  }

  override render() {
    const { opened, failure, story, space, url } = this
    if (failure) return html`${this.back()}${this.trouble(failure)}`
    if (!space || !opened || opened.document.url !== url)
      return html`${this.back()}<state-panel state="loading"></state-panel>`
    if (!story) return html`${this.back()}${this.gone(messages.goneText)}`
    return html`${this.back()} ${this.told(space, story, opened.document)}`
  }

  override updated(changed: PropertyValues<this>): void {
    // Who came here by keyboard or ear goes on from the heading.
    if (changed.has('iri') || (changed as Map<string, unknown>).has('opened'))
      this.renderRoot.querySelector('h2')?.focus()
  }

  private told(space: Space, story: Story, { statements }: OpenDocument) {
    const { iri, url } = this
    const sheet = space.sources
      .flatMap(({ folders }) => folders.flatMap((it) => it.sheets))
      .find((it) => it.url === url)
    const instants = [
      ...story.runs.map(({ endedAt }) => endedAt),
      ...(sheet?.modified ? [sheet.modified] : []),
    ]
    return html`${titleBlock(story)}
      ${facts(story)}
      <section class="card">
        <h3>${t(messages.writers)}</h3>
        <p class="small muted">${t(messages.writersText)}</p>
        <record-writers .space=${space} .url=${url} .instants=${instants}></record-writers>
      </section>
      <section class="card"><h3>${t(messages.origin)}</h3>${origin(story, space)}</section>
      ${
        story.versions.length > 0
          ? html`<section class="card"><h3>${t(messages.versions)}</h3>${versionList(story, iri)}</section>`
          : nothing
      }
      <record-links .space=${space} .iri=${iri} .story=${story} .statements=${statements}></record-links>
      <p><a class="button" href=${documentHash(url)}>${t(messages.document)}</a></p>
      <record-text .iri=${iri} .statements=${statements} .runs=${story.runs}></record-text>`
  }

  private back() {
    const data = sourceOf(this.space?.sources ?? [], this.url)
    if (!data) return html`<p class="back"><a href="#have">${t(browserMessages.back)}</a></p>`
    return html`<p class="back"><a href=${categoryHash(data.category, this.places.of(data.category).partner)}>${backTo(data.category)}</a></p>`
  }

  private trouble(failure: PodFailure) {
    if (failure.kind === 'missing') return this.gone(messages.noDocument)
    return trouble(failure, () => void this.open())
  }

  private gone(text: typeof messages.goneText) {
    return html`<state-panel state="empty" heading=${t(messages.gone)}><p>${t(text)}</p></state-panel>`
  }

  private async open(): Promise<void> {
    const { space, url } = this
    if (!space) return
    this.opening = url
    this.failure = undefined
    try {
      const document = await space.open(url)
      const domains = await domainsOf(typesIn(document.statements))
      if (this.opening === url) this.opened = { document, domains }
    } catch (error) {
      if (this.opening === url) this.failure = asFailure(error, url)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'record-page': RecordPage
  }
}
