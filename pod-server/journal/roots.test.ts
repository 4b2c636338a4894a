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
import { writeAnew } from '../test/journal-file.ts'
import { againstKept, keptRoots } from './against-kept.ts'
import { againstRoots } from './against-roots.ts'
import { earlyLine, keptSince } from './forget.ts'
import { oneDay } from './log-place.ts'
import { rootsOf } from './roots.ts'
import { keepUp } from './upkeep.ts'

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
  const [root, ...others] = await rootsOf(engine)
  expect(others).toEqual([])
  expect(root).toMatchObject({ journals: 3, day: new Date(tomorrow - oneDay).toISOString().slice(0, 10) })
  expect(fromHex(root?.root ?? '')).toEqual(rootOf(heads as Uint8Array[]))
  const day = root?.day
  expect(await againstRoots(engine, tomorrow)).toEqual({
    rewritten: new Map(),
    unsound: [],
    gone: [{ from: day, until: day, count: 1, erased: 1 }],
  })
  await engine.commit({ changes: [container('dora')] })
  await keepUp(engine, tomorrow)
  expect(await rootsOf(engine)).toEqual([root])
})

/** Changes the file behind the engine's back. */
async function behind(change: string): Promise<void> {
  await engine.close()
  const by = openDatabase(join(folder, 'pods.db'))
  by.exec(change)
  by.close()
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
}

it.each([
  ['are gone', "DELETE FROM value WHERE space = 'journal-heads'"],
  ['are others', "UPDATE value SET value = replace(value, 'a', 'b') WHERE space = 'journal-heads'"],
])('a root is not sound whose heads %s, until they are forgotten', async (_, change) => {
  const tomorrow = Date.now() + oneDay
  await keepUp(engine, tomorrow)
  await behind(change)
  const [root] = await rootsOf(engine)
  expect(await againstRoots(engine, tomorrow)).toMatchObject({ unsound: [root?.day], gone: [] })
  if (change.startsWith('DELETE'))
    expect(await againstRoots(engine, tomorrow + 36 * oneDay)).toMatchObject({ unsound: [] })
})

it('a journal that is written anew, as a whole, is not below the root that was made of it', async () => {
  await keepUp(engine, Date.now() + oneDay)
  // As alice's whole journal, with its head, would be exchanged for one that holds by itself.
  await behind(
    ['journal', 'journal_head'].map((table) => `DELETE FROM ${table} WHERE pod = 'alice';`).join(''),
  )
  const said = ['alice/a', 'alice/b'].map((resource) => ({ pod: 'alice', entry: read(resource) }))
  await engine.journals.note(said)
  expect((await verified(engine, 'alice')).faults).toEqual([])
  expect(await againstRoots(engine, Date.now())).toMatchObject({
    rewritten: new Map([['alice', [2]]]),
    gone: [],
  })
})

/** All lines are of a moment. */
async function writeJournalAnew(pod: string, moment: number): Promise<void> {
  await engine.close()
  writeAnew(folder, pod, moment)
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
}

it('a journal that is written anew, as of after the last root, is one more gone than were erased', async () => {
  const tomorrow = Date.now() + oneDay
  await keepUp(engine, tomorrow)
  await engine.erase('carol')
  await writeJournalAnew('alice', tomorrow + 1)
  expect((await verified(engine, 'alice')).faults).toEqual([])
  const day = new Date(tomorrow - oneDay).toISOString().slice(0, 10)
  const found = { rewritten: new Map(), unsound: [], gone: [{ from: day, until: day, count: 2, erased: 1 }] }
  expect(await againstRoots(engine, tomorrow + 1)).toEqual(found)
  // Of those that were erased before a root was made, none is missing in it.
  await keepUp(engine, tomorrow + oneDay)
  const [first, next] = await rootsOf(engine)
  expect([first, next]).toMatchObject([
    { journals: 3, erased: 0 },
    { journals: 2, erased: 1 },
  ])
  await writeJournalAnew('bob', tomorrow + 2 * oneDay)
  expect((await againstRoots(engine, tomorrow + 2 * oneDay)).gone).toMatchObject([
    { from: first?.day, count: 3, erased: 1 },
    { from: next?.day, count: 1, erased: 0 },
  ])
})

it('a root whose heads are forgotten is another once a journal is written anew, and nobody was erased', async () => {
  const tomorrow = Date.now() + oneDay
  await keepUp(engine, tomorrow)
  const kept = await rootsOf(engine)
  const [{ day }] = kept as [(typeof kept)[number]]
  await writeJournalAnew('alice', tomorrow + 1)
  const later = tomorrow + 40 * oneDay
  const none = { others: [], rewritten: [], shown: [], open: [] }
  expect(await againstKept(engine, kept, later)).toEqual({ ...none, rewritten: [day] })
  // A file that was kept before roots said how many were erased says nothing of that.
  const without = kept.map(({ erased: _, ...root }) => root)
  expect(await againstKept(engine, without, later)).toEqual({ ...none, rewritten: [day] })
  const fewer = kept.map((root) => ({ ...root, erased: 1 }))
  expect(await againstKept(engine, fewer, later)).toEqual({ ...none, others: [day] })
  await engine.erase('carol')
  expect(await againstKept(engine, kept, later)).toEqual({ ...none, open: [day] })
})

it('roots that somebody kept find what the server’s own, made anew with the journals, do not', async () => {
  const tomorrow = Date.now() + oneDay
  await keepUp(engine, tomorrow)
  const kept = await rootsOf(engine)
  const [{ day }] = kept as [(typeof kept)[number]]
  expect(await againstKept(engine, kept, tomorrow)).toEqual({
    others: [],
    rewritten: [],
    shown: [day],
    open: [],
  })
  // Its heads are forgotten; the journals are where they were.
  const later = tomorrow + 40 * oneDay
  expect(await againstKept(engine, kept, later)).toEqual({
    others: [],
    rewritten: [],
    shown: [day],
    open: [],
  })
  await engine.erase('carol')
  expect(await againstKept(engine, kept, later)).toEqual({
    others: [],
    rewritten: [],
    shown: [],
    open: [day],
  })
  await behind("DELETE FROM value WHERE space IN ('journal-roots', 'journal-heads')")
  expect(await againstKept(engine, kept, tomorrow)).toEqual({
    others: [day],
    rewritten: [],
    shown: [],
    open: [],
  })
  expect(await againstKept(engine, kept, tomorrow + 500 * oneDay)).toMatchObject({ others: [], open: [day] })
  await keepUp(engine, tomorrow)
  expect(await againstRoots(engine, tomorrow)).toEqual({ rewritten: new Map(), unsound: [], gone: [] })
  expect(await againstKept(engine, kept, tomorrow)).toEqual({
    others: [day],
    rewritten: [],
    shown: [],
    open: [],
  })
})

it('reads the roots that are published, and no other file', async () => {
  const root = { day: '2026-11-25', root: 'ab'.repeat(32), journals: 3 }
  const file = (roots: unknown) => JSON.stringify({ hash: 'SHA-256, RFC 9162 §2.1', roots })
  expect(keptRoots(file([root]))).toEqual([root])
  const others = [[{ ...root, day: '2026-11-31' }], [{ ...root, root: 'ab' }], [root, null], [], 'x']
  for (const text of [...others.map(file), '', 'null', '[]', '{']) expect(keptRoots(text)).toBeUndefined()
})

it('what is older than thirteen months is forgotten, and the rest verifies', async () => {
  const later = new Date()
  later.setUTCMonth(later.getUTCMonth() + 13)
  await keepUp(engine, later.getTime() - oneDay)
  expect(await verified(engine, 'alice')).toMatchObject({ count: 2, faults: [] })
  await keepUp(engine, later.getTime() + 5 * oneDay)
  expect(await verified(engine, 'alice')).toMatchObject({ count: 0, faults: [] })
  const last = later.getTime() + 5 * oneDay
  expect(await earlyLine(engine, 'alice', last)).toEqual([])
  // Nor is that of a pod which has been quiet since missed in the root of a day.
  expect(await againstRoots(engine, last)).toEqual({ rewritten: new Map(), unsound: [], gone: [] })
  await engine.journals.note([{ pod: 'alice', entry: read('alice/b') }])
  expect(await verified(engine, 'alice')).toMatchObject({ count: 1, faults: [] })
  // Whose clock says that it is too early for that finds what is gone.
  expect(await earlyLine(engine, 'alice', Date.now())).toEqual([2])
  await engine.erase('alice')
  await keepUp(engine, last)
  expect(await engine.value('journal-forgotten', 'alice')).toBeUndefined()
  expect(await engine.value('journal-forgotten', 'bob')).toBeDefined()
})

it('finds lines that were cut off as if they had been forgotten, with what was kept of another', async () => {
  const { number, hash } = (await engine.journals.bounds('alice'))?.head ?? { number: 0, hash: [] }
  await behind(
    "DELETE FROM journal WHERE pod = 'alice'; UPDATE journal_head SET anchor = number, anchor_hash = hash",
  )
  expect([number, hash.length]).toEqual([2, 32])
  expect(await earlyLine(engine, 'alice', Date.now())).toEqual([2])
  const old = { number: 2, recorded: 0, before: '00'.repeat(32), commitment: '00'.repeat(32) }
  await engine.commit({
    changes: [{ kind: 'set-value', space: 'journal-forgotten', key: 'alice', value: JSON.stringify(old) }],
  })
  expect(await earlyLine(engine, 'alice', Date.now())).toEqual([2])
})

it('keeps thirteen months', () => {
  expect(new Date(keptSince(Date.UTC(2026, 10, 25))).toISOString()).toMatch(/^2025-10-25/)
})
