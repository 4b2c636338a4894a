import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guardStream, HttpHandler, type HttpHandlerInput } from '@solid/community-server'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { AccountSessions } from '../sessions/AccountSessions.ts'
import { readSettings } from '../settings.ts'
import { AccountDoor } from './AccountDoor.ts'
import { askedFrom } from './asked-from.ts'

/** In the place of CSS: whatever comes so far. */
class Reached extends HttpHandler {
  override async handle({ response }: HttpHandlerInput): Promise<void> {
    response.writeHead(200).end('{}')
  }
}

let folder: string
let engine: SqliteEngine
let sessions: AccountSessions
let server: Server

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-door-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
  sessions = new AccountSessions(engine)
  const door = new AccountDoor(new Reached(), 'css-account', readSettings({ flags: {}, env: {} }), sessions)
  server = createServer((request, response) => void door.handle({ request: guardStream(request), response }))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})

afterAll(async () => {
  server.close()
  await engine.close()
  await rm(folder, { recursive: true })
})

afterEach(() => vi.useRealTimers())

const account = '/.account/account/5c4b5d5e-0c7b-4d0e-8a44-3d7e6a1d7c11/'

async function asked(method: string, path: string, token: string): Promise<unknown> {
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { authorization: `CSS-Account-Token ${token}` },
  })
  return [answer.status, ((await answer.json()) as { code?: string }).code]
}

describe('a tool that has logged in', () => {
  it('does what is powerful within ten minutes, and the rest as long as it is logged in', async () => {
    const token = await sessions.generate('alice')
    expect(await asked('POST', `${account}client-credentials/`, token)).toEqual([200, undefined])
    vi.useFakeTimers({ now: Date.now() + 10 * 60_000, toFake: ['Date'] })
    for (const [method, path] of [
      ['POST', 'client-credentials/'],
      ['POST', 'client-credentials/?x'],
      ['DELETE', 'login/password/1/'],
      ['POST', 'webid/'],
    ] as const)
      expect(await asked(method, account + path, token)).toEqual([403, 'log-in-again'])
    expect(await asked('GET', `${account}client-credentials/`, token)).toEqual([200, undefined])
    expect(await asked('POST', `${account}logout/`, token)).toEqual([200, undefined])
    // A use of it is no log-in.
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ['Date'] })
    await sessions.refresh(token)
    expect(await asked('POST', `${account}webid/`, token)).toEqual([403, 'log-in-again'])
  })
})

it('the cookie of a browser is no tool’s: whoever reads it there does nothing powerful with it', async () => {
  const socket = { remoteAddress: '127.0.0.1' }
  const page = { headers: { origin: 'http://localhost:3000' }, socket } as IncomingMessage
  const cookie = await askedFrom(page, () => sessions.generate('alice'))
  expect(await asked('POST', `${account}client-credentials/`, cookie)).toEqual([403, 'log-in-again'])
  expect(await asked('GET', `${account}client-credentials/`, cookie)).toEqual([200, undefined])
})

it('a recovery code is no log-in of a tool: it gives another way in on our pages, and no more', async () => {
  const token = await sessions.recovered('alice')
  expect(await asked('POST', `${account}client-credentials/`, token)).toEqual([403, 'log-in-again'])
  expect(await asked('GET', `${account}client-credentials/`, token)).toEqual([200, undefined])
  await sessions.endRecovery(token)
  expect(await asked('POST', `${account}client-credentials/`, token)).toEqual([200, undefined])
})

/** As it is written: `fetch` would tidy it up. */
const askedAt = (path: string, headers: Readonly<Record<string, string>>) =>
  new Promise((done, fail) => {
    const { port } = server.address() as AddressInfo
    request({ port, path, headers, method: 'POST' }, ({ statusCode }) => done([path, statusCode]))
      .on('error', fail)
      .end()
  })

describe('an address in another spelling, which CSS would read as the one', () => {
  it.each([
    account.replace('account/account', 'account/%61ccount'),
    account.replace('/.account', '/%2eaccount'),
    `/${account}`,
    account.replace('account/', 'account//'),
    account.replace('account/', 'account/./'),
    account.replace('account/', 'account/%2e/'),
    account.replace('account/account/', 'account/account//'),
    `/x/..${account}`,
  ])('does nothing, by whatever log-in: %s', async (other) => {
    const address = `${other}client-credentials/`
    const own = { origin: 'http://localhost:3000' }
    const cookie = { ...own, cookie: 'css-account=5c4b5d5e-0c7b-4d0e-8a44-3d7e6a1d7c11' }
    for (const headers of [
      cookie,
      { authorization: `CSS-Account-Token ${await sessions.generate('alice')}` },
    ])
      expect(await askedAt(address, headers)).toEqual([address, 400])
  })
})
