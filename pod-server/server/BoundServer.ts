import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getLoggerFor, type HttpServerFactory, Initializer } from '@solid/community-server'
import type { Limits } from '../limits/limits.ts'
import { networkOf } from '../outgoing/network.ts'
import type { Settings } from '../settings.ts'
import { loopback } from './client-address.ts'
import { toOriginForm } from './origin-form.ts'

/**
 * Listens on the interface we are told; the stock initializer listens on all of them and reports no failure. What comes too
 * slowly, a head that is too long, an answer that nobody takes, and connections beyond those of an address, are ended.
 */
export class BoundServer extends Initializer {
  private readonly logger = getLoggerFor(this)
  private readonly serverFactory: HttpServerFactory
  private readonly settings: Settings
  private readonly sockets = new Set<Socket>()
  /** Of each address that has any; of this machine's none is counted. */
  private readonly connections = new Map<string, number>()
  private server: Server | undefined

  constructor(serverFactory: HttpServerFactory, settings: Settings) {
    super()
    this.serverFactory = serverFactory
    this.settings = settings
  }

  override async handle(): Promise<void> {
    const { host, port } = this.settings
    const server = await this.serverFactory.createServer()
    for (const event of ['request', 'upgrade']) server.prependListener(event, toOriginForm)
    if (this.settings.baseUrl.startsWith('https:')) server.prependListener('request', staySafe)
    bound(server, this.settings.limits)
    server.prependListener('request', givenUp(this.settings.limits))
    server.prependListener('connection', (socket: Socket) => {
      if (!this.admit(socket)) return socket.destroy()
      this.sockets.add(socket)
      socket.on('close', () => this.sockets.delete(socket))
    })
    await new Promise<void>((done, fail) => {
      server.once('error', fail)
      server.listen(port, host, () => {
        server.off('error', fail)
        done()
      })
    })
    this.server = server
    this.logger.info(`Listening on ${host}:${port}`)
  }

  /** Whether there is a place for one more of its address. */
  private admit(socket: Socket): boolean {
    const { remoteAddress = '' } = socket
    if (loopback.test(remoteAddress)) return true
    const address = networkOf(remoteAddress)
    const open = this.connections.get(address) ?? 0
    if (open >= this.settings.limits.socketsOfAddress) return false
    this.connections.set(address, open + 1)
    socket.on('close', () => {
      const left = (this.connections.get(address) ?? 0) - 1
      if (left > 0) this.connections.set(address, left)
      else this.connections.delete(address)
    })
    return true
  }

  async finalize(): Promise<void> {
    const { server } = this
    if (!server) return
    this.server = undefined
    await new Promise<void>((done) => {
      server.close(() => done())
      // Keep-alive and notification connections would hold the close for ever; of WebSockets the server knows no more.
      for (const socket of this.sockets) socket.destroy()
    })
  }
}

/** What a server reads before it listens, whoever has made it. */
interface Timed {
  maxHeaderSize: number
  /** Milliseconds between two looks at what is under way. */
  connectionsCheckingInterval: number
}

const mostBetweenChecksMs = 5000

function bound(server: Server, { headerBytes, headSeconds, requestSeconds }: Limits): void {
  const connectionsCheckingInterval = Math.min(mostBetweenChecksMs, (headSeconds * 1000) / 4)
  Object.assign<Server, Timed>(server, { maxHeaderSize: headerBytes, connectionsCheckingInterval })
  server.headersTimeout = headSeconds * 1000
  server.requestTimeout = requestSeconds * 1000
}

/**
 * Ends connections that take none of what waits for them: it is memory. Node tells of those by which nothing went for so
 * long; where nothing waits, as of channels, they stay.
 */
function givenUp({ answerSeconds }: Limits) {
  return (_: unknown, response: ServerResponse): void => {
    response.setTimeout(answerSeconds * 1000, () => {
      const { socket } = response
      if (socket && socket.writableLength > 0) socket.destroy()
    })
  }
}

/** For a year no browser comes by http again, to this host (RFC 6797 §6.1); each of ours says it for itself. */
const staySafe = (_: unknown, response: ServerResponse): void => {
  response.setHeader('strict-transport-security', 'max-age=31536000')
}
