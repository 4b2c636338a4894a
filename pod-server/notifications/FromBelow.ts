import { NotificationHandler, type NotificationHandlerInput } from '@solid/community-server'
import { BELOW } from '../storage/CommitFeed.ts'
import type { SubscribedChannel } from './ChannelAccess.ts'

/** Lets whoever decides of a message to a container's channel know what has changed below, where that is what is told. */
export class FromBelow extends NotificationHandler {
  private readonly source: NotificationHandler

  constructor(source: NotificationHandler) {
    super()
    this.source = source
  }

  override async canHandle(input: NotificationHandlerInput): Promise<void> {
    await this.source.canHandle(input)
  }

  override async handle(input: NotificationHandlerInput): Promise<void> {
    const below = input.metadata?.get(BELOW)?.value
    const channel: SubscribedChannel = below === undefined ? input.channel : { ...input.channel, below }
    await this.source.handle({ ...input, channel })
  }
}
