import { BasicRepresentation, type ResourceStore, readableToString } from '@solid/community-server'
import { roomFor } from '../additions/inbox-room.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Outbox } from '../outgoing/Outbox.ts'
import type { Outcome, OutgoingCaller } from '../outgoing/OutgoingCaller.ts'
import type { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import type { Settings } from '../settings.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { inboxIn } from './inbox.ts'
import { type Letter, notification, outboxSpace } from './outbox.ts'

/** Letters that are under way at once; of one pod. */
const atOnce = { all: 8, ofShare: 2 }
/** Profiles and Client ID documents have a few thousand. */
const maxBytes = 64 * 1024
const accept = 'text/turtle, application/ld+json;q=0.9, application/json;q=0.8'
const messageType = 'application/ld+json'

/**
 * Brings receipts to the inboxes of those they are for (Linked Data Notifications). What is to be told was committed with
 * what it tells of, so that no crash loses it; nobody's request waits for it.
 */
export class Deliveries extends Outbox<Letter> {
  private readonly settings: Settings
  private readonly store: ResourceStore
  private readonly caller: OutgoingCaller
  private readonly reader: OutgoingReader

  constructor(
    settings: Settings,
    engine: PodEngine,
    store: ResourceStore,
    caller: OutgoingCaller,
    reader: OutgoingReader,
  ) {
    super(engine, outboxSpace, atOnce)
    this.settings = settings
    this.store = store
    this.caller = caller
    this.reader = reader
  }

  /** One pod whose recipients are slow, or gone, holds up no other. */
  protected shareOf({ pod }: Letter): string {
    return pod
  }

  /** `delivered` where the recipient has no inbox, too: there is nobody to tell. */
  protected async deliver(letter: Letter): Promise<Outcome> {
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
