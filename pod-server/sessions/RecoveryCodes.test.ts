import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { RecoveryCodes } from './RecoveryCodes.ts'

let folder: string
let engine: SqliteEngine
let codes: RecoveryCodes

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-codes-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
  codes = new RecoveryCodes(engine)
})

afterAll(async () => {
  await engine?.close()
  await rm(folder, { recursive: true, force: true })
})

const none = async () => []

describe('recovery codes', () => {
  it('are ten, each of which counts once, for its account', async () => {
    const made = await codes.renew('alice')
    expect(made).toHaveLength(10)
    expect(await codes.left('alice')).toBe(10)
    const [code = ''] = made
    expect(await codes.spend('bob', code, none)).toBe(false)
    expect(await codes.spend('alice', code.toLowerCase(), none)).toBe(true)
    expect(await codes.spend('alice', code, none)).toBe(false)
    expect(await codes.left('alice')).toBe(9)
  })

  it('count once for two at the same moment, and what goes with one is done once', async () => {
    const [code = ''] = await codes.renew('carol')
    let count = 0
    const others = async () => {
      count += 1
      return [{ kind: 'set-value', space: 'x', key: `${count}`, value: '1' }] as const
    }
    const ends = await Promise.all(Array.from({ length: 5 }, () => codes.spend('carol', code, others)))
    expect(ends.filter(Boolean)).toHaveLength(1)
    const done = await Promise.all(['1', '2', '3', '4', '5'].map((key) => engine.value('x', key)))
    expect(done.filter(Boolean)).toHaveLength(1)
  })

  it('end with new ones, also when those are asked for twice at the same moment', async () => {
    const [old = ''] = await codes.renew('dora')
    const [first, second] = await Promise.all([codes.renew('dora'), codes.renew('dora')])
    expect(await codes.left('dora')).toBe(10)
    expect(await codes.spend('dora', old, none)).toBe(false)
    expect(await codes.spend('dora', first[0] ?? '', none)).toBe(false)
    expect(await codes.spend('dora', second[0] ?? '', none)).toBe(true)
  })

  it('are nowhere in what the engine keeps', async () => {
    const made = await codes.renew('emile')
    const kept = []
    for await (const it of engine.values('recovery-codes')) kept.push(JSON.stringify(it))
    for (const code of made) expect(kept.join()).not.toContain(code.replaceAll('-', ''))
  })
})
