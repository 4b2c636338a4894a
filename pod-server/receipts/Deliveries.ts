import { AsyncResource } from 'node:async_hooks'
import {
  BasicRepresentation,
  getLoggerFor,
  Initializer,
  type ResourceStore,
  readableToString,
} from '@solid/community-server'
import { roomFor } from '../additions/inbox-room.ts'
import type { Change, PodEngine } from '../engine/PodEngine.ts'
import type { Outcome, OutgoingCaller } from '../outgoing/OutgoingCaller.ts'
import type { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import type { Settings } from '../settings.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { inboxIn } from './inbox.ts'
import { again, type Letter, notification, outboxSpace, readLetter } from './outbox.ts'

/** Letters that are under way at once; of one pod. */
const atOnce = 8
const ofPodAtOnce = 2
/** The longest that nobody looks. */
const maxPauseMs = 10 * 60_000
/** Profiles and Client ID documents have a few thousand. */
const maxBytes = 64 * 1024
const accept = 'text/turtle, application/ld+json;q=0.9, application/json;q=0.8'
const messageType = 'application/ld+json'

/**
 * Brings receipts to the inboxes of those they are for (Linked Data Notifications). What is to be told was committed with
 * what it tells of, so that no crash loses it; nobody's request waits for it.
 */
export class Deliveries extends Initializer {
  private readonly logger = getLoggerFor(this)
  private readonly settings: Settings
  private readonly engine: PodEngine
  private readonly store: ResourceStore
  private readonly caller: OutgoingCaller
  private readonly reader: OutgoingReader
  /** By the letter, its pod. */
  private readonly underWay = new Map<string, string>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    settings: Settings,
    engine: PodEngine,
    store: ResourceStore,
    caller: OutgoingCaller,
    reader: OutgoingReader,
  ) {
    super()
    this.settings = settings
    this.engine = engine
    this.store = store
    this.caller = caller
    this.reader = reader
  }

  /** Begins with what an earlier run has left. */
  override async handle(): Promise<void> {
    // Nothing of the request that has committed them goes with them.
    this.engine.watch(
      outboxSpace,
      AsyncResource.bind(() => this.in(0)),
    )
    this.in(0)
  }

  /** Tries all that is due. `now`: UTC milliseconds. */
  async run(now: number): Promise<void> {
    let next = now + maxPauseMs
    const due: Letter[] = []
    for await (const { value } of this.engine.values(outboxSpace)) {
      const letter = readLetter(value)
      if (this.underWay.has(letter.id)) continue
      if (letter.due > now) next = Math.min(next, letter.due)
      else if (this.hasTurn(letter.pod)) {
        this.underWay.set(letter.id, letter.pod)
        due.push(letter)
      }
    }
    this.in(next - now)
    await Promise.all(due.map((letter) => this.send(letter, now)))
  }

  /** One pod whose recipients are slow, or gone, holds up no other; what waits is looked at when one of its letters is done. */
  private hasTurn(pod: string): boolean {
    const its = [...this.underWay.values()].filter((it) => it === pod).length
    return this.underWay.size < atOnce && its < ofPodAtOnce
  }

  private in(ms: number): void {
    clearTimeout(this.timer)
    const run = () =>
      this.run(Date.now()).catch((error: unknown) => {
        // A server that ends has closed its storage: the next one goes on.
        this.logger.warn(`receipts wait: ${error instanceof Error ? error.name : 'unknown'}`)
      })
    this.timer = setTimeout(run, ms).unref()
  }

  private async send(letter: Letter, now: number): Promise<void> {
    try {
      const outcome = await this.deliver(letter).catch((): Outcome => 'failed')
      const later = outcome === 'delivered' ? undefined : again(letter, now)
      const change: Change = later ?? { kind: 'delete-value', space: outboxSpace, key: letter.id }
      await this.engine.commit({ changes: [change] })
    } finally {
      this.underWay.delete(letter.id)
    }
  }

  /** `delivered` where the recipient has no inbox, too: there is nobody to tell. */
  private async deliver(letter: Letter): Promise<Outcome> {
    const { recipient, pod } = letter
    const { apps, baseUrl } = this.settings
    if (apps.some(({ clientId }) => clientId === recipient)) return 'delivered'
    const page = recipient.startsWith(baseUrl)
      ? { type: 'text/turtle', link: '', body: await this.ownDocument(recipient) }
      : await this.reader.read(recipient, pod, accept, maxBytes)
    if (!page) return 'failed'
    const inbox = inboxIn(recipient, page)
    if (!inbox) return 'delivered'
    if (inbox.startsWith(baseUrl)) return this.leave(inbox, letter)
    const message = { headers: { 'content-type': messageType }, body: notification(letter) }
    return this.caller.post(inbox, pod, async () => message)
  }

  /** Our own inboxes are reached in process; only the one that the recipient's pod has. */
  private async leave(inbox: string, letter: Letter): Promise<Outcome> {
    const { baseUrl } = this.settings
    const [name] = letter.recipient.slice(baseUrl.length).split('/')
    if (!letter.recipient.startsWith(baseUrl) || inbox !== `${baseUrl}${name}/inbox/`) return 'delivered'
    const arriving = { what: 'receipt', from: letter.actor, inbox: `${name}/inbox` } as const
    if (await roomFor(arriving, this.engine, baseUrl)) return 'failed'
    await oneCommit(this.engine, { webId: letter.actor }, () =>
      this.store.addResource({ path: inbox }, new BasicRepresentation(notification(letter), messageType)),
    )
    return 'delivered'
  }

  private async ownDocument(recipient: string): Promise<Buffer> {
    const path = recipient.replace(/#.*$/, '')
    const { data } = await this.store.getRepresentation({ path }, { type: { 'text/turtle': 1 } })
    return Buffer.from(await readableToString(data))
  }
}
