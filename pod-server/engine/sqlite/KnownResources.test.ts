import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Change } from '../PodEngine.ts'
import { container, document } from '../testing/changes.ts'
import { type Db, openDatabase } from './database.ts'
import { lookEvery } from './KnownResources.ts'
import { SqliteEngine } from './SqliteEngine.ts'

let folder: string
let claim: string
let engine: SqliteEngine
let file: Db

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-known-'))
  claim = join(folder, 'claim')
  await writeFile(claim, '')
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 100_000, claim)
  file = openDatabase(join(folder, 'pods.db'))
  await engine.commit({ changes: [container('alice')] })
})

afterEach(async () => {
  file.close()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

/** What another connection to the file reads. */
function versionIn(path: string): number {
  const row = file.prepare('SELECT version FROM resource WHERE path = ?').get(path)
  return (row as { version: number } | undefined)?.version ?? 0
}

/** What is known of a path; -1 when nothing is. */
function known(path: string): number {
  const found = engine.known([path])
  return found ? (found[0]?.version ?? 0) : -1
}

it('is known once it was read, that there is nothing too, and all together or not at all', async () => {
  expect([known('alice/a'), known('alice')]).toEqual([-1, -1])
  const version = await engine.commit({ changes: [document('alice/a', 'a')] })
  await engine.getAll(['alice/a', 'alice/none'])
  expect([known('alice/a'), known('alice/none')]).toEqual([version, 0])
  expect(engine.known(['alice/a', 'alice/none'])).toEqual(await engine.getAll(['alice/a', 'alice/none']))
  expect(engine.known(['alice/a', 'alice'])).toBeUndefined()
})

it('is known of all that ask at once, of each pod its own', async () => {
  const version = await engine.commit({ changes: [container('bob'), document('bob/a', 'a')] })
  const [alices, bobs] = await Promise.all([engine.getAll(['alice', 'alice/a']), engine.getAll(['bob/a'])])
  expect([alices[0]?.path, alices[1], bobs[0]?.version]).toEqual(['alice', undefined, version])
  expect([known('bob/a'), known('alice/a')]).toEqual([version, 0])
})

it('is not known while it is being changed, and is the new one from then on', async () => {
  await engine.commit({ changes: [document('alice/a', 'a'), document('alice/b', 'b')] })
  const { version: before = 0 } = (await engine.get('alice/b')) ?? {}
  await engine.get('alice/a')
  const [one, other] = [1, 2].map((n) => engine.commit({ changes: [document('alice/a', `${n}`)] }))
  await engine.get('alice/a')
  expect([known('alice/a'), known('alice/b')]).toEqual([-1, before])
  await one
  const version = await other
  await engine.get('alice/a')
  expect([known('alice/a'), versionIn('alice/a')]).toEqual([version, version])
})

it('is not known while its pod is being erased, nor after', async () => {
  await engine.commit({ changes: [document('alice/a', 'a')] })
  await engine.get('alice/a')
  const erased = engine.erase('alice')
  await engine.get('alice/a')
  expect(known('alice/a')).toBe(-1)
  await erased
  expect([known('alice/a'), await engine.get('alice/a'), known('alice/a')]).toEqual([-1, undefined, 0])
})

it('is not known after a failure, until a commit is on disk again', async () => {
  await engine.get('alice')
  const broken = { ...document('alice/a', 'a'), contentType: { no: 'text' } as unknown as string }
  await expect(engine.commit({ changes: [broken] })).rejects.toMatchObject({ code: 'failed' })
  await engine.get('alice')
  expect(known('alice')).toBe(-1)
  await engine.commit({ changes: [document('alice/b', 'b')] })
  await engine.get('alice')
  expect(known('alice')).toBe(versionIn('alice'))
})

it('is not known without a claim: what others write is seen', async () => {
  const beside = await SqliteEngine.open(join(folder, 'pods.db'), 100_000)
  await beside.getAll(['alice', 'alice/a'])
  expect(beside.known(['alice/a'])).toBeUndefined()
  const version = await engine.commit({ changes: [document('alice/a', 'a')] })
  expect(await beside.get('alice/a')).toMatchObject({ version })
  await beside.close()
})

it('is not known any more once the claim is another file', async () => {
  await engine.get('alice')
  expect(known('alice')).toBe(versionIn('alice'))
  const now = Date.now()
  await writeFile(`${claim}.other`, '')
  await rename(`${claim}.other`, claim)
  await expect.poll(() => Date.now()).toBeGreaterThanOrEqual(now + lookEvery)
  file.exec("UPDATE resource SET version = version + 1 WHERE path = 'alice'")
  expect([known('alice'), (await engine.get('alice'))?.version]).toEqual([-1, versionIn('alice')])
})

it('is what the file has at every moment, whatever is written at once', async () => {
  const paths = Array.from({ length: 12 }, (_, n) => `alice/${n}`)
  let seed = 7
  const any = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const change = (): Change => {
    const path = `alice/${any(12)}`
    return any(3) === 0 ? { kind: 'delete', path } : document(path, 'x'.repeat(any(3000)))
  }
  let [checked, writing] = [0, 0]
  const writer = async () => {
    for (let n = 0; n < 60; n++) {
      writing += 1
      const changes = [change(), { kind: 'touch', path: 'alice' } as const]
      await engine.commit({ changes }).catch((error: { code: string }) => {
        // What is not there cannot be deleted; a pod may be full.
        if (error.code !== 'conflict' && error.code !== 'over-quota') throw error
      })
      writing -= 1
    }
  }
  const reader = async () => {
    do {
      for (const path of ['alice', ...paths]) {
        const found = known(path)
        // Read later than what is known, and nobody could come in between.
        if (found >= 0) expect([path, found]).toEqual([path, versionIn(path)])
        if (found >= 0 && writing > 0) checked += 1
      }
      await engine.getAll(['alice', ...paths].slice(any(6), 7 + any(6)))
      await new Promise((done) => setImmediate(done))
    } while (writing > 0)
  }
  await Promise.all([...Array.from({ length: 6 }, writer), reader()])
  expect(checked).toBeGreaterThan(100)
})
