import { randomUUID } from 'node:crypto'
import { NotificationGenerator, type NotificationHandlerInput } from '@solid/community-server'

type Generated = Awaited<ReturnType<NotificationGenerator['handle']>>

/**
 * Gives each notification a name of its own. CSS makes it of the millisecond and the topic: of two that come at once a
 * subscriber takes the second for the first.
 */
export class NamedNotifications extends NotificationGenerator {
  private readonly source: NotificationGenerator

  constructor(source: NotificationGenerator) {
    super()
    this.source = source
  }

  override async canHandle(input: NotificationHandlerInput): Promise<void> {
    await this.source.canHandle(input)
  }

  override async handle(input: NotificationHandlerInput): Promise<Generated> {
    return { ...(await this.source.handle(input)), id: `urn:uuid:${randomUUID()}` }
  }
}
