import {
  NotificationHandler,
  type NotificationHandlerInput,
  type WebSocketMap,
} from '@solid/community-server'

/** Nothing is decided, read or made for a channel that no socket listens to. */
export class ListenedTo extends NotificationHandler {
  private readonly source: NotificationHandler
  private readonly sockets: WebSocketMap

  constructor(source: NotificationHandler, sockets: WebSocketMap) {
    super()
    this.source = source
    this.sockets = sockets
  }

  override async canHandle(input: NotificationHandlerInput): Promise<void> {
    await this.source.canHandle(input)
  }

  override async handle(input: NotificationHandlerInput): Promise<void> {
    if (this.sockets.get(input.channel.id)?.size) await this.source.handle(input)
  }
}
