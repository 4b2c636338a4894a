import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { EngineAdapters, grantKey, grantOfTag, grantTag, oidcSpace } from '../storage/EngineAdapters.ts'
import { extendLogIn } from './extend-log-in.ts'

const day = 24 * 3600
const now = Math.floor(Date.now() / 1000)

let folder: string
let engine: SqliteEngine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-extend-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
})

afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

/** As oidc-provider keeps a log-in to an app, with so many days to go. */
async function loggedIn(id: string, days: number): Promise<void> {
  const adapters = new EngineAdapters(engine)
  const exp = now + days * day
  const payload = { exp, iat: now, clientId: 'app', accountId: 'alice' }
  await adapters.createStorageAdapter('Grant').upsert(id, payload, days * day)
  await adapters
    .createStorageAdapter('RefreshToken')
    .upsert(`r-${id}`, { ...payload, grantId: id }, days * day)
}

describe('a log-in to an app', () => {
  it('has thirty days again, its grant and its refresh token, and is found as before', async () => {
    await loggedIn('used', 3)
    await extendLogIn(engine, 'used', 'r-used', now)
    for (const key of [grantKey('used'), 'RefreshToken/r-used']) {
      const found = await engine.value(oidcSpace, key)
      expect(found?.expires).toBe((now + 30 * day) * 1000)
      expect(JSON.parse(found?.value ?? '')).toMatchObject({ exp: now + 30 * day, iat: now, clientId: 'app' })
    }
    expect((await engine.tagged(oidcSpace, grantOfTag('alice'))).map(({ key }) => key)).toEqual([
      grantKey('used'),
    ])
    expect((await engine.tagged(oidcSpace, grantTag('used'))).map(({ key }) => key)).toEqual([
      'RefreshToken/r-used',
    ])
  })

  it('is written once a day', async () => {
    await loggedIn('often', 3)
    await extendLogIn(engine, 'often', 'r-often', now)
    const before = await engine.latest()
    await extendLogIn(engine, 'often', 'r-often', now + day - 1)
    expect(await engine.latest()).toBe(before)
    await extendLogIn(engine, 'often', 'r-often', now + day)
    expect(await engine.latest()).toBeGreaterThan(before)
  })

  it('that has ended, or ends at that moment, stays ended', async () => {
    await loggedIn('ended', 3)
    const end = () =>
      engine.commit({ changes: [{ kind: 'delete-value', space: oidcSpace, key: grantKey('ended') }] })
    const commit = async (asked: Parameters<SqliteEngine['commit']>[0]) => {
      await end()
      return engine.commit(asked)
    }
    const meanwhile = Object.create(engine, { commit: { value: commit } }) as SqliteEngine
    await extendLogIn(meanwhile, 'ended', 'r-ended', now)
    expect(await engine.value(oidcSpace, grantKey('ended'))).toBeUndefined()
    await extendLogIn(engine, 'ended', 'r-ended', now)
    expect(await engine.value(oidcSpace, grantKey('ended'))).toBeUndefined()
  })
})
