import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getLoggerFor, type HttpServerFactory, Initializer } from '@solid/community-server'
import type { Settings } from '../settings.ts'
import { toOriginForm } from './origin-form.ts'

/** Listens on the interface we are told; the stock initializer listens on all of them and reports no failure. */
export class BoundServer extends Initializer {
  private readonly logger = getLoggerFor(this)
  private readonly serverFactory: HttpServerFactory
  private readonly settings: Settings
  private readonly sockets = new Set<Socket>()
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
    server.on('connection', (socket: Socket) => {
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

/** For a year no browser comes by http again, to this host (RFC 6797 §6.1); each of ours says it for itself. */
const staySafe = (_: unknown, response: ServerResponse): void => {
  response.setHeader('strict-transport-security', 'max-age=31536000')
}
