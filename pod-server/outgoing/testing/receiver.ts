import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Somebody's own server on this machine, that is called. */
export class Receiver {
  readonly received: Received[] = []
  /** Calls that are under way, and the most there were at once. */
  open = 0
  most = 0
  private readonly server: Server
  private readonly waiting = new Set<() => void>()

  private constructor(answer: (response: ServerResponse, received: Received) => void) {
    this.server = createServer((request, response) => {
      this.open++
      this.most = Math.max(this.most, this.open)
      response.on('close', () => {
        this.open--
        this.look()
      })
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const { method = '', url = '', headers } = request
        const received = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') }
        this.received.push(received)
        answer(response, received)
        this.look()
      })
    })
  }

  static async start(
    answer: (response: ServerResponse, received: Received) => void = (response) => response.end(),
    address = '127.0.0.1',
  ): Promise<Receiver> {
    const receiver = new Receiver(answer)
    receiver.server.listen(0, address)
    await once(receiver.server, 'listening')
    return receiver
  }

  get url(): string {
    const { address, port } = this.server.address() as AddressInfo
    return `http://${address}:${port}`
  }

  at(path: string): Received[] {
    return this.received.filter((it) => it.path === path)
  }

  /** Waits until something holds of what came in, or of who is still there. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((done) => this.waiting.add(done))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  private look(): void {
    for (const done of this.waiting) done()
    this.waiting.clear()
  }
}
