import {
  NotificationEmitter,
  type NotificationEmitterInput,
  readableToString,
  type WebSocketMap,
} from '@solid/community-server'

/** Bytes that may wait for a listener. */
export const maxUnread = 64 * 1024

/** Tells the sockets of a channel; one that reads nothing is cut off. */
export class WebSocketSender extends NotificationEmitter {
  private readonly socketMap: WebSocketMap

  constructor(socketMap: WebSocketMap) {
    super()
    this.socketMap = socketMap
  }

  override async handle({ channel, representation }: NotificationEmitterInput): Promise<void> {
    const message = await readableToString(representation.data)
    for (const socket of [...(this.socketMap.get(channel.id) ?? [])]) {
      socket.send(message)
      if (socket.bufferedAmount > maxUnread) socket.terminate()
    }
  }
}
