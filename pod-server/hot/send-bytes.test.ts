import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import { expect, it } from 'vitest'
import { pieceBytes } from '../storage/bytes.ts'
import { selfSigned } from '../tls/testing/self-signed.ts'
import { sendBytes } from './send-bytes.ts'

/** More than the two ends of a connection hold between them. */
const long = Buffer.alloc(16 << 20, 'No two pieces of it are the same. ')

it.each([
  ['plainly', createServer, connect],
  [
    'under TLS',
    (handle: RequestListener) => createSecure(selfSigned(['localhost']), handle),
    (port: number) => connectSecurely({ port, rejectUnauthorized: false }),
  ],
] as const)(
  'a long answer waits by pieces for who takes it slowly, %s, and comes whole',
  async (_, make, connect) => {
    let waits = () => 0
    const server = make((_: unknown, response: ServerResponse) => {
      waits = () => response.writableLength + (response.socket?.writableLength ?? 0)
      sendBytes(response.writeHead(200, { 'Content-Length': long.length }), long)
    }).listen(0)
    await once(server, 'listening')
    const socket = connect((server.address() as AddressInfo).port)
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    const all: Buffer[] = []
    let mostWaiting = 0
    socket.on('data', (chunk) => {
      all.push(chunk)
      mostWaiting = Math.max(mostWaiting, waits())
    })
    await once(socket, 'end')
    const answer = Buffer.concat(all)
    expect(answer.subarray(answer.indexOf('\r\n\r\n') + 4).equals(long)).toBe(true)
    // The server sees each piece taken: a connection that is slow is none of which nothing is seen.
    expect(mostWaiting).toBeLessThan(3 * pieceBytes)
    server.close()
  },
)
