import { faultSentences } from '../outgoing/callable.ts'
import type { OutgoingCaller } from '../outgoing/OutgoingCaller.ts'
import type { EngineChannels } from '../storage/EngineChannels.ts'
import type { SubscribedChannel } from './ChannelAccess.ts'
import { PlacedChannels } from './PlacedChannels.ts'
import { refusedChannel } from './refused-channel.ts'

/** Webhook channels: to addresses that can be called alone. */
export class WebhookChannels extends PlacedChannels {
  private readonly caller: OutgoingCaller

  constructor(source: EngineChannels, caller: OutgoingCaller, baseUrl: string) {
    super(source, { kind: 'webhooks', ofOne: 32, ofStrangers: 128 }, baseUrl)
    this.caller = caller
  }

  /** @throws HttpError 400 for an address that cannot be called, 403 `too-many-channels`. */
  override async add(channel: SubscribedChannel): Promise<void> {
    const fault = await this.caller.faultOf(channel.sendTo ?? '')
    if (fault) throw refusedChannel(400, fault, faultSentences[fault])
    await super.add(channel)
  }

  /** Somebody is called by each. */
  protected override givesWay(): boolean {
    return false
  }
}
