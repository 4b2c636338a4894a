import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { tb } from '#vocab/generated/terms'
import type { Statement } from '#vocab/graph'
import { capital } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { documentHash, recordHash } from '../route.ts'
import type { Space } from '../space.ts'
import { endAt, titleAt, wordsOf } from './link-words.ts'
import { type Merge, mergesOf, mostMerges, type Twin, twinDocuments, twinsOf } from './near-documents.ts'
import type { RecordLink, Story } from './story.ts'
import { storyMessages as messages } from './story-messages.ts'
import { storyStyle } from './story-parts.ts'

type Read = (url: string) => Promise<readonly Statement[]>

/** Documents that are read for what they are about. */
const mostTitles = 5

/** What a record is linked to: by its own words, by links between the citizen’s data, and as probably the same. */
@customElement('record-links')
export class RecordLinks extends LitElement {
  @property({ attribute: false }) space: Space | undefined
  @property() iri = ''
  @property({ attribute: false }) story: Story | undefined
  @property({ attribute: false }) statements: readonly Statement[] = []
  @state() private merges: readonly Merge[] = []
  @state() private isManyMerges = false
  @state() private twins: readonly Twin[] = []
  /** What the documents that it names are about, by address. */
  @state() private titles: ReadonlyMap<string, () => string> = new Map()

  static override styles = [
    base,
    storyStyle,
    css`
      li {
        display: grid;
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('iri')) return
    this.merges = this.twins = []
    this.titles = new Map()
    void this.look()
  }

  override render() {
    const { story, merges, twins } = this
    if (!story) return nothing
    const isAlone = story.links.length + merges.length === 0
    return html`<section class="card">
        <h3>${t(messages.links)}</h3>
        ${isAlone ? html`<p>${t(messages.noLinks)}</p>` : nothing}
        <ul>${story.links.map((link) => linkRow(link, this.titles.get(link.iri)?.()))} ${merges.map((it) => mergeRow(it, this.titles))}</ul>
        ${this.isManyMerges ? html`<p class="small muted">${t(messages.manyMerges, mostMerges)}</p>` : nothing}
      </section>
      ${
        twins.length > 0
          ? html`<section class="card"><h3>${t(messages.twins)}</h3><ul>${twins.map(twinRow)}</ul></section>`
          : nothing
      }`
  }

  /** Never rejects: what cannot be read tells of no link. */
  private async look(): Promise<void> {
    const { space, iri, story, statements } = this
    const pods = space?.grants?.pods ?? []
    const pod = pods.find((it) => iri.startsWith(it))
    if (!space || !pod || !story) return
    const read: Read = async (url) => (await space.open(url)).statements
    const named = story.links
      .slice(0, mostTitles)
      .filter(({ title, direction }) => title === undefined && direction === 'to')
    await this.readTitles(
      iri,
      named.map((it) => it.iri),
      read,
    )
    if (story.type === tb.BankOperation) {
      const documents = twinDocuments(iri.split('#', 1)[0] ?? '', space.partners ?? [])
      const twins = await twinsOf(iri, statements, documents, read)
      if (iri === this.iri) this.twins = twins
    }
    const listed = (await linksIn(space, pod))
      .filter(({ isContainer }) => !isContainer)
      .sort((one, other) => (other.modified ?? '').localeCompare(one.modified ?? ''))
    const latest = listed.slice(0, mostMerges).map(({ url }) => url)
    const merges = await mergesOf(iri, latest, pods, read)
    if (iri !== this.iri) return
    this.merges = merges
    this.isManyMerges = listed.length > mostMerges
    const others = merges.flatMap((it) => it.others).slice(0, mostTitles)
    await this.readTitles(iri, others, read)
  }

  private async readTitles(iri: string, linked: readonly string[], read: Read): Promise<void> {
    for (const it of linked) {
      const said = await titleAt(it, read)
      if (iri !== this.iri) return
      if (said) this.titles = new Map([...this.titles, [it, said]])
    }
  }
}

/** Most pods have none yet: they are asked what they hold, and not for what is not there. */
async function linksIn({ reader }: Space, pod: string) {
  const list = (container: string) => reader.list(container).catch(() => [])
  const hasLinks = (await list(pod)).some(({ url }) => url === `${pod}links/`)
  return hasLinks ? list(`${pod}links/`) : []
}

const hashOf = (iri: string): string => (iri.includes('#') ? recordHash(iri) : documentHash(iri))

const linkRow = ({ iri, direction, name, predicate, title }: RecordLink, read: string | undefined) => {
  const { is, see } = wordsOf(predicate, name, iri)
  const said = direction === 'to' ? is : `${t(messages.namedBy)} · ${is}`
  return html`<li>
    <span class="small muted">${capital(said)}</span>
    <a href=${hashOf(iri)}>${title ?? read ?? see}</a>
  </li>`
}

const mergeRow = ({ url, others }: Merge, titles: ReadonlyMap<string, () => string>) => html`<li>
  <span class="small muted">${t(messages.merged)}</span>
  <a href=${documentHash(url)}>${t(messages.seeDocument)}<span class="unseen"> ${t(messages.merged)}</span></a>
  ${others.map((iri) => html`<a href=${hashOf(iri)}>${endAt(iri, titles.get(iri))}</a>`)}
</li>`

const twinRow = ({ iri, reason, counts }: Twin) => html`<li>
  <p>${t(counts ? messages.twinCounts : messages.twinOther)} ${t(messages[reason])}</p>
  <a href=${recordHash(iri)}>${t(messages.seeRecord)}<span class="unseen"> ${t(messages.twins)}</span></a>
</li>`

declare global {
  interface HTMLElementTagNameMap {
    'record-links': RecordLinks
  }
}
