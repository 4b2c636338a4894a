import { NotificationHandler, type NotificationHandlerInput } from '@solid/community-server'
import type { ChannelAccess } from './ChannelAccess.ts'

/** Tells those alone who may read the topic when there is something to tell, and writes it down. */
export class AskedAgain extends NotificationHandler {
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
    if (await this.access.tells(input.channel)) await this.source.handle(input)
  }
}
