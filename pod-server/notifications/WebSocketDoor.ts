import {
  NotImplementedHttpError,
  WebSocketHandler,
  type WebSocketHandlerInput,
} from '@solid/community-server'
import { endSocket } from './end-socket.ts'

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

  override async canHandle({ webSocket, upgradeRequest }: WebSocketHandlerInput): Promise<void> {
    // Before anything is waited for: what was sent along with the request is read next.
    const { socket } = upgradeRequest
    const before = socket.bytesRead
    webSocket.on('error', () => webSocket.terminate())
    socket.on('data', () => {
      if (socket.bytesRead - before > mostBytes) webSocket.terminate()
    })
  }

  /** Of a channel that is not there whoever asks is told, and nobody else: anybody may ask. */
  override async handle(input: WebSocketHandlerInput): Promise<void> {
    try {
      await this.source.handleSafe(input)
    } catch (error) {
      if (!isNone(error)) throw error
      endSocket(input.webSocket)
    }
  }
}

/** CSS's words for a channel that there is not, or an address that is none. */
const isNone = (error: unknown): boolean =>
  NotImplementedHttpError.isInstance(error) || (error as { code?: unknown }).code === 'ERR_INVALID_URL'
