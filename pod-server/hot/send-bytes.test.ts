import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import { expect, it } from 'vitest'
import { selfSigned } from '../tls/testing/self-signed.ts'
import { sendBytes } from './send-bytes.ts'

/** More than the two ends of a connection hold between them. */
const long = Buffer.alloc(16 << 20, 'No two pieces of it are the same. ')

const handle = (_: unknown, response: ServerResponse) =>
  sendBytes(response.writeHead(200, { 'Content-Length': long.length }), long)
const plainly = () => createServer(handle)
const securely = () => createSecure(selfSigned(['localhost']), handle)

it.each([
  ['plainly', plainly, connect],
  ['under TLS', securely, (port: number) => connectSecurely({ port, rejectUnauthorized: false })],
] as const)(
  'a long answer that is taken slowly is seen to be taken, %s, and comes whole',
  async (_, make, connect) => {
    const server = make().listen(0)
    // Ends a connection of which nothing is seen for so long.
    server.timeout = 300
    await once(server, 'listening')
    const socket = connect((server.address() as AddressInfo).port)
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    const all: Buffer[] = []
    let taken = 0
    let next = 0
    socket.on('data', (chunk) => {
      all.push(chunk)
      taken += chunk.length
      if (taken < next) return
      next = taken + (1 << 20)
      socket.pause()
      setTimeout(() => socket.resume(), 100)
    })
    await once(socket, 'end')
    const answer = Buffer.concat(all)
    expect(answer.subarray(answer.indexOf('\r\n\r\n') + 4).equals(long)).toBe(true)
    server.close()
  },
  20_000,
)
