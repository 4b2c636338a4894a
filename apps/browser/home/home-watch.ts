import type { Grant, Grants } from '../../shared/pod/grants.ts'
import type { PartnerData } from '../data.ts'
import { type Facts, type SourceState, sourceState } from '../source-state.ts'
import type { Space } from '../space.ts'
import { readUsage, rowsOf, type Usage } from '../usage/usage.ts'
import { keepVisits, keptVisits } from './kept-visits.ts'
import { logGoesOn } from './log-goes-on.ts'
import { type Need, needsOf } from './needs.ts'
import { type Reading, SourceReader } from './source-reader.ts'
import { type News, newsOf, type Seen, seenNow } from './visit.ts'

const watches = new WeakMap<Space, HomeWatch>()

/** Judgements, and of what they are. */
interface Judged {
  readonly partners: readonly PartnerData[] | undefined
  readonly grants: Grants | undefined
  readonly minute: number
  readonly ofConnected: ReadonlyMap<string, Facts>
  readonly states: Map<string, SourceState>
}

/** What home knows beside the listings: how each source does, what came since, what needs the citizen. One a space. */
export class HomeWatch {
  /** Whether all that is looked at once has been, and could be. */
  looks: 'looking' | 'looked' | 'could-not' = 'looking'
  private readonly space: Space
  private readonly reader: SourceReader
  private readonly listeners = new Set<() => void>()
  private looked: readonly PartnerData[] | undefined
  private before: Seen = {}
  private lastJudged: Judged | undefined
  private usage = new Map<string, Usage>()
  private brokenLogs: string[] = []
  private messages: string[] = []
  /** How often it was looked around, and which of those is told. */
  private begun = 0
  private told = 0

  static of(space: Space): HomeWatch {
    const known = watches.get(space) ?? new HomeWatch(space)
    watches.set(space, known)
    return known
  }

  private constructor(space: Space) {
    this.space = space
    this.reader = new SourceReader(space.told)
  }

  /** Looks at what has changed since the last time. To be called with each drawing: it costs nothing when nothing has. */
  look(): void {
    const { partners, session } = this.space
    if (!partners || partners === this.looked || !session?.webId) return
    this.looked = partners
    const visits = seenNow(keptVisits(session.webId), partners, Date.now())
    this.before = visits.before
    keepVisits(session.webId, visits)
    void this.lookAround(session.webId)
    void this.reader.refresh(partners, () => this.tell())
  }

  reading(source: PartnerData): Reading {
    return this.reader.reading(source)
  }

  /** Of what comes into a container, whether anything has or not. Judged once: each drawing asks in several places. */
  state(container: string): SourceState {
    const { states, ofConnected } = this.judged()
    const known = states.get(container)
    if (known) return known
    const others = [...ofConnected].flatMap(([it, facts]) => (it === container ? [] : facts))
    const state = sourceState(ofConnected.get(container) ?? this.facts(container), others, this.now)
    states.set(container, state)
    return state
  }

  /** What was judged since the last change, and within a minute. */
  private judged(): Judged {
    const { partners, grants } = this.space
    const minute = Math.floor(this.now / 60_000)
    const last = this.lastJudged
    if (last && last.partners === partners && last.grants === grants && last.minute === minute) return last
    const ofConnected = new Map(this.connected.map((it) => [it, this.facts(it)]))
    this.lastJudged = { partners, grants, minute, ofConnected, states: new Map() }
    return this.lastJudged
  }

  private facts(container: string): Facts {
    const source = this.space.partners?.find((it) => it.container === container)
    return {
      documents: source ? this.reading(source).documents : [],
      changed: source?.latest?.modified,
      connected: this.grantOf(container)?.since,
      isFull: this.isFull(container),
      until: source?.to,
    }
  }

  /** The containers that partners may add to. */
  private get connected(): string[] {
    const partners = this.space.grants?.grants.filter(({ kind }) => kind === 'partner') ?? []
    return [...new Set(partners.flatMap(({ containers }) => containers))]
  }

  private grantOf(container: string): Grant | undefined {
    return this.space.grants?.grants.find(
      ({ kind, containers }) => kind === 'partner' && containers.includes(container),
    )
  }

  /** Nobody is told so where it is not known. */
  private isFull(container: string): boolean {
    const usage = [...this.usage].find(([pod]) => container.startsWith(pod))?.[1]
    const name = this.grantOf(container)?.recipient.name
    return (
      usage !== undefined &&
      (usage.bytes >= usage.quota * 0.99 ||
        rowsOf(usage).some((row) => row.kind === 'partner' && row.name === name && row.isFull))
    )
  }

  /** What is shown of before is judged as of then: nobody is late because nobody asked. */
  private get now(): number {
    return this.space.seenAt ?? Date.now()
  }

  get news(): News[] {
    return this.looked ? newsOf(this.before, this.space.partners ?? []) : []
  }

  get needs(): Need[] {
    const { grants, partners = [] } = this.space
    const sources = partners.map(({ container }) => ({ container, state: this.state(container) }))
    const room = [...this.usage].map(([pod, { bytes, quota }]) => ({ pod, bytes, quota }))
    const { brokenLogs, messages } = this
    return needsOf({ grants: grants?.grants ?? [], brokenLogs, messages, room, sources }, this.now)
  }

  /** What may be said of what does not need the citizen: nothing before each source was looked at. */
  get said(): 'looking' | 'looked' | 'could-not' | 'partly' {
    const isReading = (this.space.partners ?? []).some(
      (source) => this.reading(source).documents.length === 0 && this.reading(source).isReading,
    )
    const { problem, seenAt } = this.space
    if (seenAt !== undefined) return 'could-not'
    const said = isReading ? 'looking' : this.looks
    // More than is shown is there each time: nothing is to be looked at again.
    return said === 'looked' && problem && problem.kind !== 'too-large' ? 'partly' : said
  }

  /** @returns what stops it. */
  whenChanged(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** What cannot be read is said by its own room: here it is left out. */
  private async lookAround(webId: string): Promise<void> {
    const { space } = this
    const turn = ++this.begun
    const pods = space.grants?.pods ?? []
    const each = pods.map(async (pod) => {
      const agent = space.config?.agent ?? ''
      const [usage, holds, inbox] = await Promise.all([
        readUsage(space.readFile, agent, pod).catch(() => undefined),
        logGoesOn(space.reader, webId, pod).catch(() => undefined),
        space.reader.list(`${pod}inbox/`).catch(() => undefined),
      ])
      const messages = (inbox ?? []).filter(({ isContainer }) => !isContainer)
      messages.sort((one, other) => (other.modified ?? '').localeCompare(one.modified ?? ''))
      const isKnown = usage !== undefined && holds !== undefined && inbox !== undefined
      return { pod, usage, holds, isKnown, messages: messages.map(({ url }) => url) }
    })
    const found = await Promise.all(each)
    // What was looked at before never takes the place of what was looked at after.
    if (turn < this.told) return
    this.told = turn
    this.usage = new Map(found.flatMap(({ pod, usage }) => (usage ? [[pod, usage]] : [])))
    this.brokenLogs = found.filter(({ holds }) => holds === false).map(({ pod }) => pod)
    this.messages = found.flatMap(({ messages }) => messages)
    this.looks = found.every(({ isKnown }) => isKnown) && space.seenAt === undefined ? 'looked' : 'could-not'
    this.tell()
  }

  private tell(): void {
    this.lastJudged = undefined
    for (const listener of [...this.listeners]) listener()
  }
}
