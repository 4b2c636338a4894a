import { NotificationHandler, type NotificationHandlerInput } from '@solid/community-server'
import { BELOW } from '../storage/CommitFeed.ts'
import type { ChannelAccess, SubscribedChannel } from './ChannelAccess.ts'

/** Lets whoever decides of a message to a container's channel know what has changed below, where that is what is told. */
export class FromBelow extends NotificationHandler {
  private readonly source: NotificationHandler
  private readonly access: ChannelAccess

  constructor(source: NotificationHandler, access: ChannelAccess) {
    super()
    this.source = source
    this.access = access
  }

  override async canHandle(input: NotificationHandlerInput): Promise<void> {
    await this.source.canHandle(input)
  }

  override async handle(input: NotificationHandlerInput): Promise<void> {
    const below = input.metadata?.getAll(BELOW).map(({ value }) => value) ?? []
    if (below.length === 0) return this.source.handle(input)
    const channel: SubscribedChannel = { ...input.channel, below }
    const { rate, sendTo } = channel
    // What a channel is not told uses up neither the pace that it asked for nor a place among its pod's calls.
    if ((rate !== undefined || sendTo !== undefined) && !(await this.access.hears(channel))) {
      // By this CSS keeps when a channel, read for this message alone, was told last.
      delete input.channel.rate
      return
    }
    await this.source.handle({ ...input, channel })
  }
}
