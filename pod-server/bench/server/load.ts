import { connect, type Socket } from 'node:net'
import { Answers } from './answers.ts'

/** A request that is ready to go. */
export interface Ready {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface Load {
  /** Seconds. */
  readonly time: number
  /** Milliseconds of each, in order. */
  readonly latencies: readonly number[]
  /** Answers that were not what they should be, by status. */
  readonly errors: Readonly<Record<number, number>>
}

/** One read of a socket takes that much: a small one would make the client the slower of the two. */
const readSize = 1024 * 1024

/**
 * Sends all of the requests over so many kept connections, the next of a connection when the last was answered. Written
 * out before, and read no further than to where an answer ends: what is measured has to be the server, and Node's own
 * client takes more time than it.
 */
export async function load(requests: readonly Ready[], connections: number): Promise<Load> {
  const written = requests.map(write)
  const latencies: number[] = []
  const errors: Record<number, number> = {}
  let next = 0
  const one = (): Promise<void> =>
    new Promise((done, fail) => {
      let from = 0
      const send = (socket: Socket) => {
        const request = written[next++]
        from = performance.now()
        if (request) socket.write(request)
        else {
          socket.destroy()
          done()
        }
      }
      const answers = new Answers((status) => {
        latencies.push(performance.now() - from)
        if (status >= 300) errors[status] = (errors[status] ?? 0) + 1
        send(socket)
      })
      const callback = (length: number, buffer: Uint8Array) => {
        try {
          answers.read(Buffer.from(buffer.buffer, buffer.byteOffset, length))
          return true
        } catch (error) {
          fail(error)
          return false
        }
      }
      const { hostname, port } = new URL(requests[0]?.url ?? '')
      const onread = { buffer: Buffer.allocUnsafe(readSize), callback }
      const socket = connect({ host: hostname, port: Number(port), noDelay: true, onread })
      socket.on('connect', () => send(socket))
      socket.on('error', fail)
      socket.on('close', () => fail(new Error('the server has closed the connection')))
    })
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, one))
  return {
    time: (performance.now() - start) / 1000,
    latencies: latencies.sort((one, other) => one - other),
    errors,
  }
}

function write({ method, url, headers, body }: Ready): Buffer {
  const { host, pathname } = new URL(url)
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries({ host, ...headers, ...length }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return Buffer.concat([
    Buffer.from(`${method} ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'),
    Buffer.from(body ?? ''),
  ])
}
