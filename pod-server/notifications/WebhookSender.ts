import {
  type InteractionRoute,
  isWebhook2023Channel,
  type JwkGenerator,
  NotImplementedHttpError,
  NotificationEmitter,
  type NotificationEmitterInput,
  readableToString,
  trimTrailingSlashes,
} from '@solid/community-server'
import { podOf } from '../engine/path.ts'
import type { OutgoingCaller } from '../outgoing/OutgoingCaller.ts'
import type { Message } from '../outgoing/post.ts'
import { Addresses } from '../storage/Addresses.ts'
import type { EngineChannels } from '../storage/EngineChannels.ts'
import type { ChannelAccess, SubscribedChannel } from './ChannelAccess.ts'
import { type Sender, signatureOf } from './webhook-signature.ts'

export interface WebhookSenderArgs {
  readonly baseUrl: string
  readonly webIdRoute: InteractionRoute
  readonly jwkGenerator: JwkGenerator
  readonly caller: OutgoingCaller
  readonly channels: EngineChannels
  readonly access: ChannelAccess
}

/** Messages one after another that a receiver may fail: then its channel ends. */
const maxFailures = 10
/** Channels whose failures are counted; what is forgotten counts from none. */
const maxCounted = 10_000

/** Hands a message to the outgoing caller, and lets nobody wait for the receiver. */
export class WebhookSender extends NotificationEmitter {
  private readonly args: WebhookSenderArgs
  private readonly sender: Sender
  private readonly addresses: Addresses
  private readonly failures = new Map<string, number>()

  constructor(args: WebhookSenderArgs) {
    super()
    this.args = args
    this.sender = { webId: args.webIdRoute.getPath(), issuer: trimTrailingSlashes(args.baseUrl) }
    this.addresses = new Addresses(args.baseUrl)
  }

  override async canHandle({ channel }: NotificationEmitterInput): Promise<void> {
    if (!isWebhook2023Channel(channel)) throw new NotImplementedHttpError('not a webhook')
  }

  override async handle({ channel, representation }: NotificationEmitterInput): Promise<void> {
    const type = representation.metadata.contentType
    const body = await readableToString(representation.data)
    void this.send(channel, { headers: type ? { 'content-type': type } : {}, body })
  }

  private async send(channel: SubscribedChannel, message: Message): Promise<void> {
    const { id, topic, sendTo = '' } = channel
    const { caller, channels } = this.args
    try {
      const outcome = await caller.post(sendTo, podOf(this.addresses.path(topic)), () =>
        this.signed(channel, message),
      )
      if (outcome === 'delivered') this.failures.delete(id)
      if (outcome === 'failed' && this.countFailure(id) >= maxFailures) {
        this.failures.delete(id)
        await channels.delete(id)
      }
    } catch {
      // The storage has closed, or failed: it says so itself to whoever writes.
    }
  }

  /** Undefined when the channel has ended by now, or who subscribed may not read its topic any more. */
  private async signed(channel: SubscribedChannel, { headers, body }: Message): Promise<Message | undefined> {
    const { access, channels, jwkGenerator } = this.args
    if (!(await channels.get(channel.id)) || !(await access.holds(channel))) return undefined
    const signature = await signatureOf(channel.sendTo ?? '', this.sender, jwkGenerator)
    return { headers: { ...headers, ...signature }, body }
  }

  private countFailure(id: string): number {
    const count = (this.failures.get(id) ?? 0) + 1
    this.failures.set(id, count)
    const [oldest] = this.failures.keys()
    if (this.failures.size > maxCounted && oldest !== undefined) this.failures.delete(oldest)
    return count
  }
}
