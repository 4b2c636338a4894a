import { EventEmitter } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { ServerConfigurator } from '@solid/community-server'
import type { RequestLimits } from './RequestLimits.ts'
import { tooMany } from './too-many.ts'

/** WebSockets, as many as an address may open. */
export class LimitedUpgrades extends ServerConfigurator {
  private readonly source: ServerConfigurator
  private readonly limits: RequestLimits

  constructor(source: ServerConfigurator, limits: RequestLimits) {
    super()
    this.source = source
    this.limits = limits
  }

  override async handle(server: Server): Promise<void> {
    const behind = new EventEmitter()
    await this.source.handleSafe(behind as Server)
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const wait = this.limits.ofAddress(request)
      if (wait > 0) refuse(socket, wait)
      else behind.emit('upgrade', request, socket, head)
    })
  }
}

function refuse(socket: Duplex, seconds: number): void {
  const { status, code, message } = tooMany
  const body = JSON.stringify({ code, message })
  const head = [
    `HTTP/1.1 ${status} Too Many Requests`,
    `Retry-After: ${seconds}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  // Node has let go of it: an error that nobody hears ends the server.
  socket.on('error', () => socket.destroy())
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
