import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { KnownDevices } from './KnownDevices.ts'
import { type Limit, TooManyTries, Tries } from './Tries.ts'

let folder: string
let engine: SqliteEngine
let tries: Tries
let count = 0
let name: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-tries-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
})

beforeEach(() => {
  tries = new Tries(engine)
  name = `name ${count++}`
})

afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

const limit: Limit = { most: 10, windowMs: 600_000, endsRight: true }
const wrong = async (): Promise<string> => {
  throw new Error('wrong')
}
const busy = async (): Promise<string> => {
  throw new Error('busy')
}
const right = async () => 'in'
const isWrong = (error: unknown) => error instanceof Error && error.message === 'wrong'
const now = Date.now()

const tried = (work: () => Promise<string>, at = 0, limits: Record<string, Limit> = { [name]: limit }) =>
  tries.tried(limits, work, isWrong, now + at).catch((error: unknown) => {
    if (error instanceof TooManyTries) return error.retryAfterSeconds
    if (error instanceof Error) return error.message
    throw error
  })
const often = (times: number, work: () => Promise<string>, limits?: Record<string, Limit>) =>
  Promise.all(Array.from({ length: times }, () => tried(work, 0, limits)))

describe('wrong tries', () => {
  it('are ten, one after another or at once, and then none is made, the right one neither, until they are over', async () => {
    expect((await often(12, wrong)).sort()).toEqual([600, 600, ...Array(10).fill('wrong')])
    expect(await tried(right, 599_999)).toBe(1)
    expect(await tried(right, 600_000)).toBe('in')
  })

  it('are forgotten of who has shown otherwise who they are, after a restart too', async () => {
    await often(10, wrong)
    await tries.forgive([name])
    expect(await tried(wrong)).toBe('wrong')
    await often(9, wrong)
    await tries.forgive([name])
    tries = new Tries(engine)
    expect(await tried(right)).toBe('in')
  })

  it('of what counts however it ends are spent, after a restart too', async () => {
    const limits = { [name]: { most: 2, windowMs: 60_000 } }
    await tries.spend(limits, now)
    tries = new Tries(engine)
    await tries.spend(limits, now)
    await expect(tries.spend(limits, now)).rejects.toThrow(TooManyTries)
    await tries.spend(limits, now + 60_000)
  })

  it('are told by no restart', async () => {
    await often(10, wrong)
    tries = new Tries(engine)
    expect(await tried(right, 240_000)).toBe(360)
  })

  it('of another name hold nobody up', async () => {
    await often(10, wrong)
    expect(await tried(right, 0, { [`${name}, another`]: limit })).toBe('in')
  })

  it('end with the right one, on disk too', async () => {
    for (let round = 0; round < 2; round++) {
      await often(9, wrong)
      expect(await tried(right)).toBe('in')
      tries = new Tries(engine)
    }
  })

  it('are none where nobody has looked', async () => {
    await often(20, busy)
    await often(9, wrong)
    expect(await tried(right)).toBe('in')
  })

  it('count under each of their names; the right one ends only those that it may', async () => {
    const place: Limit = { most: 15, windowMs: 600_000 }
    const limits = (whose: string) => ({ [`${name} ${whose}`]: limit, [name]: place })
    await often(8, wrong, limits('alice'))
    expect(await tried(right, 0, limits('alice'))).toBe('in')
    await often(7, wrong, limits('bob'))
    expect(await tried(right, 0, limits('alice'))).toBe(600)
    tries = new Tries(engine)
    expect(await tried(right, 0, limits('carol'))).toBe(600)
  })
})

describe('a browser that has logged in before', () => {
  it('is known by its cookie, for that account, after a restart too', async () => {
    let cookie = ''
    // The letter that `-` could be another spelling of.
    while (!cookie.endsWith('8')) cookie = await new KnownDevices(engine).make('alice')
    const devices = new KnownDevices(engine)
    const id = cookie.split('.')[0]
    expect(await devices.known(cookie, 'alice')).toBe(id)
    expect(await devices.known(cookie, 'bob')).toBeUndefined()
    const other = await devices.make('bob')
    for (const it of [
      undefined,
      '',
      'x',
      `${cookie}x`,
      `${id}.${other.split('.')[1]}`,
      cookie.replace(/.$/, '-'),
    ])
      expect(await devices.known(it, 'alice')).toBeUndefined()
  })
})
