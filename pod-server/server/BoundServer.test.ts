import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultLimits, type Limits } from '../limits/limits.ts'
import { readSettings } from '../settings.ts'
import { freePort } from '../test/test-pod.ts'
import { BoundServer } from './BoundServer.ts'

let bound: BoundServer | undefined
/** More than the two ends of a connection hold between them. */
const large = Buffer.alloc(24 << 20)

afterEach(() => bound?.finalize())

/** One that answers, within these limits. @returns its port. */
async function listen(
  limits: Partial<Limits> = {},
  baseUrl = 'http://pods.example/',
): Promise<{ port: number; server: Server }> {
  const port = await freePort()
  const settings = readSettings({ flags: { 'base-url': baseUrl, port: String(port) }, env: {} })
  const server = createServer((request, response) => {
    if (request.url === '/large') response.end(large)
    else if (request.url === '/events')
      response.write('first', () => setTimeout(() => response.end('last'), 1000))
    else if (request.url === '/list') response.writeHead(200, ['ETag', '"1"', 'Vary', 'Origin']).end()
    else if (request.method === 'POST') request.on('end', () => response.end()).resume()
    else response.writeHead(404, { ETag: '"1"' }).end()
  })
  bound = new BoundServer(
    { createServer: async () => server },
    { ...settings, limits: { ...defaultLimits, ...limits } },
  )
  await bound.handle()
  return { port, server }
}

/** What any answer has, of the short way too, which writes its head in one list. */
async function headersAt(baseUrl: string): Promise<Headers[]> {
  const { port } = await listen({}, baseUrl)
  const answers = await Promise.all(['list', 'x'].map((path) => fetch(`http://127.0.0.1:${port}/${path}`)))
  return answers.map(({ headers }) => headers)
}

/** What comes until the server ends the connection. `more`: sent each 50 ms after `first`, as long as it is open. */
function sent(port: number, first: string, more?: string): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(first))
    const dripping = setInterval(() => more && socket.writable && socket.write(more), 50)
    socket.on('data', (chunk) => {
      said += chunk
    })
    // What is still on its way when the server ends it is refused.
    socket.on('error', (error) => (said ? undefined : fail(error)))
    socket.on('close', () => {
      clearInterval(dripping)
      done(said)
    })
  })
}

describe('a server', () => {
  it('whose address is https has browsers come by nothing else', async () => {
    for (const headers of await headersAt('https://pods.example/')) {
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
      expect(headers.get('etag')).toBe('"1"')
    }
  })

  it('whose address is http says nothing of it', async () => {
    for (const headers of await headersAt('http://pods.example/'))
      expect(headers.has('strict-transport-security')).toBe(false)
  })
})

/** Asks for something, and takes some of what comes each `everyMs`. @returns bytes taken, once the server has ended it. */
async function taken(server: Server, path: string, everyMs: number): Promise<number> {
  const { port } = server.address() as AddressInfo
  const ended = new Promise<boolean>((done) =>
    server.once('connection', (socket) => socket.on('close', () => done(true))),
  )
  const socket = connect(port, '127.0.0.1')
  const gone = new Promise((done) => socket.on('close', done))
  socket.on('error', () => undefined)
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  let bytes = 0
  let next = 0
  socket.on('data', (chunk) => {
    bytes += chunk.length
    if (bytes >= next) socket.pause()
  })
  const taking = setInterval(() => {
    next = bytes + (2 << 20)
    socket.resume()
  }, everyMs)
  await ended
  clearInterval(taking)
  next = Number.POSITIVE_INFINITY
  socket.resume()
  await gone
  return bytes
}

describe('an answer', () => {
  const short = { answerSeconds: 0.3 }

  it('that nobody reads is held so long and no longer', async () => {
    const { server } = await listen(short)
    const since = Date.now()
    expect(await taken(server, '/large', 60_000)).toBeLessThan(large.length)
    expect(Date.now() - since).toBeLessThan(3000)
  }, 10_000)

  it('that is read slowly comes whole', async () => {
    const { server } = await listen(short)
    const since = Date.now()
    expect(await taken(server, '/large', 100)).toBeGreaterThan(large.length)
    expect(Date.now() - since).toBeGreaterThan(600)
  })

  it('of which there is nothing more for a while, stays', async () => {
    const { server } = await listen(short)
    expect(await taken(server, '/events', 50)).toBeGreaterThan(100)
  })
})

describe('a client', () => {
  const short = { headSeconds: 0.3, requestSeconds: 0.6 }

  it.each([
    ['the head', 'GET / HTTP/1.1\r\nHost: x\r\n', 'X-A: b\r\n'],
    ['the body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n', 'x'],
    ['nothing more of the head', 'GET / HT', undefined],
  ])('that sends %s too slowly is told so, and its connection ends', async (_, first, more) => {
    const { port } = await listen(short)
    const since = Date.now()
    expect(await sent(port, first, more)).toMatch(/^HTTP\/1\.1 408 /)
    expect(Date.now() - since).toBeLessThan(3000)
  })

  it('that sends in time is answered, however long its connection stays', async () => {
    const { port } = await listen(short)
    const ask = 'GET /list HTTP/1.1\r\nHost: x\r\n\r\n'
    const late = sent(port, ask, undefined)
    const slow = 'POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\n'
    expect(await sent(port, slow, 'x')).toMatch(/^HTTP\/1\.1 200 /)
    await bound?.finalize()
    expect(await late).toMatch(/^HTTP\/1\.1 200 /)
  })

  it.each([
    ['one header', (bytes: number) => `X: ${'x'.repeat(bytes)}\r\n`],
    ['many headers', (bytes: number) => `X: ${'x'.repeat(60)}\r\n`.repeat(bytes / 60)],
  ])('may send so much of a head and no more, in %s', async (_, head) => {
    const { port } = await listen({ headerBytes: 8192 })
    const ask = (bytes: number) =>
      sent(port, `GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${head(bytes)}\r\n`)
    expect(await ask(6000)).toMatch(/^HTTP\/1\.1 404 /)
    expect(await ask(9000)).toMatch(/^HTTP\/1\.1 431 /)
  })

  it('opens so many connections of an address and no more, until one of them ends', async () => {
    const { server } = await listen({ socketsOfAddress: 8 })
    const open = (remoteAddress: string) => {
      const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress })
      server.emit('connection', socket)
      return socket
    }
    const of = (address: string, count: number) =>
      Array.from({ length: count }, (_, index) => open(address.replace('*', String(index + 1))))
    const stays = (sockets: readonly Socket[]) => sockets.filter(({ destroyed }) => !destroyed).length
    const first = of('192.0.2.1', 10)
    expect(stays(first)).toBe(8)
    expect(stays(of('::ffff:192.0.2.1', 1))).toBe(0)
    expect(stays(of('2001:db8::*', 10))).toBe(8)
    expect(stays(of('192.0.2.2', 8))).toBe(8)
    expect(stays(of('127.0.0.1', 10))).toBe(10)
    first[0]?.destroy()
    await new Promise((done) => first[0]?.on('close', done))
    expect(stays(of('192.0.2.1', 2))).toBe(1)
  })
})
