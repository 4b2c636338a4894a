import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fromHex } from '#vocab/journal/chain'
import { rootOf } from '#vocab/journal/merkle'
import { openDatabase } from '../engine/sqlite/database.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container } from '../engine/testing/changes.ts'
import { read, verified } from '../engine/testing/journal-contract.ts'
import { oneDay } from './log-place.ts'
import { proofOfPod, rewrittenSince, rootsOf } from './roots.ts'
import { keepUp, keptSince } from './upkeep.ts'

let folder: string
let engine: SqliteEngine

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-roots-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
  for (const pod of ['alice', 'bob', 'carol']) {
    await engine.commit({ changes: [container(pod)] })
    await engine.journals.note([{ pod, entry: read(`${pod}/a`) }])
  }
})

afterEach(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

it('a day has one root, over where all journals were at its end, and each shows that it is below it', async () => {
  const tomorrow = Date.now() + oneDay
  await keepUp(engine, tomorrow)
  const heads = []
  for (const pod of ['alice', 'bob', 'carol']) heads.push((await engine.journals.bounds(pod))?.head.hash)
  await engine.erase('carol')
  await engine.commit({ changes: [container('dora')] })
  await keepUp(engine, tomorrow)
  const [root, ...others] = await rootsOf(engine)
  expect(others).toEqual([])
  expect(root).toMatchObject({ journals: 3, day: new Date(tomorrow - oneDay).toISOString().slice(0, 10) })
  expect(fromHex(root?.root ?? '')).toEqual(rootOf(heads as Uint8Array[]))
  for (const pod of ['alice', 'bob']) {
    expect(root && (await proofOfPod(engine, pod, root))).toMatchObject({ number: 2 })
    expect(await rewrittenSince(engine, pod)).toEqual([])
  }
})

it('a journal that is written anew, as a whole, is not below the root that was made of it', async () => {
  await keepUp(engine, Date.now() + oneDay)
  const by = openDatabase(join(folder, 'pods.db'))
  // As alice's whole journal, with its head, would be exchanged for one that holds by itself.
  for (const table of ['journal', 'journal_head']) by.exec(`DELETE FROM ${table} WHERE pod = 'alice'`)
  by.close()
  await engine.close()
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
  const said = ['alice/a', 'alice/b'].map((resource) => ({ pod: 'alice', entry: read(resource) }))
  await engine.journals.note(said)
  expect((await verified(engine, 'alice')).faults).toEqual([])
  expect(await rewrittenSince(engine, 'alice')).toEqual([2])
  expect(await rewrittenSince(engine, 'bob')).toEqual([])
})

it('what is older than thirteen months is forgotten, and the rest verifies', async () => {
  const later = new Date()
  later.setUTCMonth(later.getUTCMonth() + 13)
  await keepUp(engine, later.getTime() - oneDay)
  expect(await verified(engine, 'alice')).toMatchObject({ count: 2, faults: [] })
  await keepUp(engine, later.getTime() + 5 * oneDay)
  expect(await verified(engine, 'alice')).toMatchObject({ count: 0, faults: [] })
  await engine.journals.note([{ pod: 'alice', entry: read('alice/b') }])
  expect(await verified(engine, 'alice')).toMatchObject({ count: 1, faults: [] })
})

it('keeps thirteen months', () => {
  expect(new Date(keptSince(Date.UTC(2026, 10, 25))).toISOString()).toMatch(/^2025-10-25/)
})
