import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { proof, token } from '../bench/server/dpop.ts'
import { type AppSession, openAppSession } from './app-session.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { noteTurtle, writeNotes } from './pod-view.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  await writeNotes(alice)
})
afterAll(async () => server?.[Symbol.asyncDispose]())

/** The first text that a WebSocket brings; the socket is open when this is called back. */
async function firstMessage(url: string, whenOpen: () => Promise<unknown>): Promise<string> {
  const socket = await new Promise<Socket>((done, fail) => {
    request(url.replace(/^ws/, 'http'), {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    })
      .on('upgrade', (_, socket) => done(socket))
      .on('response', ({ statusCode }) => fail(new Error(`no WebSocket: HTTP ${statusCode}`)))
      .on('error', fail)
      .end()
  })
  try {
    const message = new Promise<string>((done) => {
      let bytes = Buffer.alloc(0)
      socket.on('data', (chunk: Buffer) => {
        bytes = Buffer.concat([bytes, chunk])
        // A server's frame of text, unmasked; of 126 bytes or more, its length stands in the next two.
        const start = ((bytes[1] ?? 0) & 0x7f) === 126 ? 4 : 2
        const length = start === 4 && bytes.length >= 4 ? bytes.readUInt16BE(2) : (bytes[1] ?? 0)
        if (bytes.length >= start + length) done(bytes.toString('utf8', start, start + length))
      })
    })
    await whenOpen()
    return await message
  } finally {
    socket.destroy()
  }
}

describe.each(['SIGTERM', 'SIGKILL'] as const)('after a restart (%s)', (signal) => {
  it('takes no proof that was used before it, and others as ever', async () => {
    const client = await alice.account.createCredentials('again', alice.webId)
    const access = await token(server.baseUrl, client)
    const url = `${alice.pod}notes/a.ttl`
    const signed = () => ({
      headers: { authorization: `DPoP ${access}`, dpop: proof('GET', url, access) },
    })
    const used = signed()
    expect((await fetch(url, used)).status).toBe(200)
    await server.end(signal)
    await server.start()
    expect((await fetch(url, used)).status).toBe(401)
    expect((await fetch(url, signed())).status).toBe(200)
  })

  it('an app goes on with its refresh token, and with no other', async () => {
    const session = await openAppSession(server, alice, 'home')
    await server.end(signal)
    await server.start()
    const renewed = await session.renew()
    expect(await (await renewed.fetch(`${alice.pod}notes/a.ttl`)).text()).toContain('à la main')
    await expect(session.renew('x'.repeat(43))).rejects.toThrow('no token: HTTP 400')
  })

  it('a notification channel goes on', async () => {
    const topic = `${alice.pod}notes/a.ttl`
    const asked = await alice.fetch(`${server.baseUrl}.notifications/WebSocketChannel2023/`, {
      method: 'POST',
      headers: { 'content-type': 'application/ld+json' },
      body: JSON.stringify({
        '@context': ['https://www.w3.org/ns/solid/notification/v1'],
        type: 'http://www.w3.org/ns/solid/notifications#WebSocketChannel2023',
        topic,
      }),
    })
    const { receiveFrom } = (await asked.json()) as { receiveFrom: string }
    await server.end(signal)
    await server.start()
    const message = await firstMessage(receiveFrom, () =>
      alice.fetch(topic, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: noteTurtle }),
    )
    expect(JSON.parse(message)).toMatchObject({ type: 'Update', object: topic })
  })
})

describe('an app that a citizen has logged in to', () => {
  afterEach(() => vi.useRealTimers())

  it('stays logged in for thirty days from its last use', async () => {
    const app = await openAppSession(server, alice, 'home')
    const once = await openAppSession(server, alice, 'home')
    const start = Date.now()
    const read = async (session: AppSession) => (await session.fetch(`${alice.pod}notes/a.ttl`)).status
    const later = async (days: number) => {
      await server.end('SIGTERM')
      await server.startLater(days)
      vi.useFakeTimers({ now: start + days * 24 * 3_600_000, toFake: ['Date'] })
    }
    await later(29)
    expect(await read(await app.renew())).toBe(200)
    await later(58)
    expect(await read(await app.renew())).toBe(200)
    await expect(once.renew()).rejects.toThrow('400')
    await later(89)
    await expect(app.renew()).rejects.toThrow('400')
  })
})
