import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guardStream, HttpHandler, type HttpHandlerInput } from '@solid/community-server'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { AccountSessions } from '../sessions/AccountSessions.ts'
import { readSettings } from '../settings.ts'
import { AccountDoor } from './AccountDoor.ts'

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
