import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subscribe } from './channels.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { status } from './scene.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const unknown = async () => `${server.baseUrl}.notifications/WebSocketChannel2023/x`
const own = async () => {
  const channel = await subscribe(alice.fetch, server, 'WebSocketChannel2023', { topic: alice.pod })
  return ((await channel.json()) as { receiveFrom: string }).receiveFrom
}

/** A WebSocket, with what is sent along with the request. */
function open(address: string, along: Buffer): Socket {
  const { host, pathname, search } = new URL(address)
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => undefined).resume()
  const head = [
    `GET ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.from('sixteen bytes ok').toString('base64')}`,
  ]
  socket.write(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), along]))
  return socket
}

/** Whatever error comes before it. */
const closeOf = (socket: Socket) => new Promise<void>((done) => socket.once('close', () => done()))

const serves = () => status(fetch, `${alice.pod}profile/card`)

describe.each([
  ['a channel that there is not', unknown],
  ['a channel of theirs', own],
])('whoever opens a WebSocket of %s', (_, address) => {
  it.each([
    ['bits that mean nothing', Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['a frame that is not masked', Buffer.from([0x81, 0x01, 0x61])],
    ['a text that is no UTF-8', Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0xff])],
    ['a close without a reason that may be', Buffer.from([0x88, 0x82, 0, 0, 0, 0, 0, 1])],
    ['another request', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  ])('ends it by %s, and nothing else', async (_, frame) => {
    const socket = open(await address(), frame)
    await closeOf(socket)
    expect(await serves()).toBe(200)
  })

  it('has no message kept that goes on and on', async () => {
    const length = Buffer.alloc(8)
    length.writeBigUInt64BE(64n * 1024n * 1024n)
    const socket = open(await address(), Buffer.concat([Buffer.from([0x82, 0xff]), length, Buffer.alloc(4)]))
    const closed = closeOf(socket)
    let sent = 0
    const more = () => {
      while (!socket.destroyed && sent < 64 * 1024 * 1024) {
        sent += 65_536
        if (!socket.write(Buffer.alloc(65_536))) return
      }
    }
    socket.on('drain', more)
    more()
    await closed
    expect(sent).toBeLessThan(64 * 1024 * 1024)
    expect(await serves()).toBe(200)
  })
})

it('of channels that there are not whoever asks is told, and the log is not', async () => {
  for (const path of ['x', '..%2f..', `${'x'.repeat(1000)}?y`, '%ff']) {
    const socket = open(`${server.baseUrl}.notifications/WebSocketChannel2023/${path}`, Buffer.alloc(0))
    const said: Buffer[] = []
    socket.on('data', (chunk: Buffer) => said.push(chunk))
    await expect.poll(() => Buffer.concat(said).toString()).toContain('has ended')
    socket.destroy()
  }
  expect(server.printed).toBe(`Ready: ${server.baseUrl}\n`)
})
