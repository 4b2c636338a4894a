import { WebSocketHandler, type WebSocketHandlerInput } from '@solid/community-server'

/** Bytes that whoever listens may send in all: pings, for weeks. */
const mostBytes = 1024 * 1024

/**
 * What anybody may send on a WebSocket, whether they have a channel or not. One that breaks the protocol ends, and nothing
 * else does: an error that nobody hears ends the server. Nobody is kept a message of, for none is read.
 */
export class WebSocketDoor extends WebSocketHandler {
  private readonly source: WebSocketHandler

  constructor(source: WebSocketHandler) {
    super()
    this.source = source
  }

  override async canHandle(input: WebSocketHandlerInput): Promise<void> {
    // Before anything is waited for: what was sent along with the request is read next.
    const { webSocket, upgradeRequest } = input
    const { socket } = upgradeRequest
    const before = socket.bytesRead
    webSocket.on('error', () => webSocket.terminate())
    socket.on('data', () => {
      if (socket.bytesRead - before > mostBytes) webSocket.terminate()
    })
    await this.source.canHandle(input)
  }

  override async handle(input: WebSocketHandlerInput): Promise<void> {
    await this.source.handle(input)
  }
}
