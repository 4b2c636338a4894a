import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { AccountSessions } from './AccountSessions.ts'

const day = 24 * 3_600_000

let folder: string
let engine: SqliteEngine
let sessions: AccountSessions

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-sessions-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
  sessions = new AccountSessions(engine)
})

afterEach(async () => {
  vi.useRealTimers()
  await engine.close()
  await rm(folder, { recursive: true })
})

/** The engine keeps what has expired from whoever asks by the same clock. */
const at = (time: number) => vi.useFakeTimers({ now: time, toFake: ['Date'] })

describe('a log-in that is open', () => {
  it('is known by its cookie alone, which is kept nowhere', async () => {
    const cookie = await sessions.generate('alice')
    expect(await sessions.get(cookie)).toBe('alice')
    expect(await sessions.get(`${cookie}x`)).toBeUndefined()
    const all = []
    for await (const value of engine.values('account-sessions')) all.push(value)
    expect(all.length).toBe(1)
    expect(JSON.stringify(all)).not.toContain(cookie)
  })

  it('lasts thirty days from its last use', async () => {
    const start = Date.now()
    const cookie = await sessions.generate('alice')
    at(start + 29 * day)
    expect(await sessions.refresh(cookie)).toEqual(new Date(start + 59 * day))
    at(start + 58 * day)
    expect(await sessions.get(cookie)).toBe('alice')
    at(start + 60 * day)
    expect(await sessions.get(cookie)).toBeUndefined()
    expect(await sessions.refresh(cookie)).toBeUndefined()
  })

  it('is written once an hour, however often it is used', async () => {
    const cookie = await sessions.generate('alice')
    const before = await engine.latest()
    for (let n = 0; n < 5; n += 1) await sessions.refresh(cookie)
    expect(await engine.latest()).toBe(before)
    at(Date.now() + 3_600_001)
    await sessions.refresh(cookie)
    const after = await engine.latest()
    expect(after).toBeGreaterThan(before)
    await sessions.refresh(cookie)
    expect(await engine.latest()).toBe(after)
  })

  it('ends once, and is not made again by a use at the same time', async () => {
    const cookie = await sessions.generate('alice')
    at(Date.now() + 2 * 3_600_000)
    await Promise.all([sessions.refresh(cookie), sessions.delete(cookie), sessions.refresh(cookie)])
    expect(await sessions.get(cookie)).toBeUndefined()
    expect(await sessions.delete(cookie)).toBe(false)
  })

  it('is one of fifty of an account at most: the one used longest ago goes, and none of another account', async () => {
    const start = Date.now()
    const other = await sessions.generate('bob')
    const cookies: string[] = []
    for (let n = 0; n < 51; n += 1) {
      at(start + n * 1000)
      cookies.push(await sessions.generate('alice'))
    }
    const open = await Promise.all(cookies.map((it) => sessions.get(it)))
    expect(open.map((it) => it === undefined)).toEqual([true, ...Array(50).fill(false)])
    expect(await sessions.get(other)).toBe('bob')
  })

  it('by a recovery code recovers for ten minutes from its start, or until there is another way', async () => {
    const [one, other, usual] = [
      await sessions.recovered('alice'),
      await sessions.recovered('alice'),
      await sessions.generate('alice'),
    ]
    const all = () => Promise.all([one, other, usual].map((it) => sessions.isRecovering(it)))
    expect(await all()).toEqual([true, true, false])
    await sessions.endRecovery(one)
    await sessions.bind(other, 'uid')
    expect(await all()).toEqual([false, true, false])
    expect(await sessions.get(one)).toBe('alice')
    at(Date.now() + 10 * 60_000)
    await sessions.refresh(other)
    expect(await all()).toEqual([false, false, false])
    expect(await sessions.isRecovering('of nobody')).toBe(false)
    vi.useRealTimers()
    const late = await sessions.recovered('alice')
    const ends = await Promise.all(Array.from({ length: 5 }, () => sessions.endRecovery(late)))
    expect(ends.sort()).toEqual([false, false, false, false, true])
  })
})
