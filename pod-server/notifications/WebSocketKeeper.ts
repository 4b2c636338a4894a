import {
  type NotificationChannelStorage,
  type WebSocket2023HandlerInput,
  WebSocket2023Storer,
  type WebSocketMap,
} from '@solid/community-server'
import { endSocket } from './end-socket.ts'

/** Of one channel: those that a lost connection has left behind, too. */
const mostOfOne = 4

/** Keeps the sockets of a channel, so many: the oldest goes when one more comes; and as long as there is the channel. */
export class WebSocketKeeper extends WebSocket2023Storer {
  private readonly channels: NotificationChannelStorage
  private readonly sockets: WebSocketMap

  constructor(storage: NotificationChannelStorage, sockets: WebSocketMap) {
    super(storage, sockets)
    this.channels = storage
    this.sockets = sockets
  }

  override async handle(input: WebSocket2023HandlerInput): Promise<void> {
    const open = [...(this.sockets.get(input.channel.id) ?? [])]
    for (const socket of open.slice(0, Math.max(0, open.length + 1 - mostOfOne))) socket.terminate()
    await super.handle(input)
    // It may have ended while the socket was being opened.
    if (!(await this.channels.get(input.channel.id))) endSocket(input.webSocket)
  }
}
