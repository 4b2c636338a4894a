import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'n3'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { writeEntry } from '#vocab/journal/entry'
import { readLog } from '#vocab/journal/read-log'
import { openDatabase } from '../engine/sqlite/database.ts'
import { JournalWriter } from '../engine/sqlite/JournalWriter.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { read } from '../engine/testing/journal-contract.ts'
import { LogPages } from './LogPages.ts'

const baseUrl = 'https://pods.example/'
let folder: string
let engine: SqliteEngine
let pages: LogPages
let pod: string
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-pages-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
  pages = new LogPages(engine.journals, baseUrl)
})

beforeEach(() => {
  count += 1
  pod = `pod${count}`
  write(
    '2025-12-31T23:59:59.999Z',
    '2026-01-01T00:00:00.000Z',
    '2026-01-01T23:59:59.999Z',
    '2026-01-04T12:00:00.000Z',
  )
})

afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

/** A line at each of these moments, as the engine's thread writes them down. */
function write(...moments: string[]): void {
  const db = openDatabase(join(folder, 'pods.db'))
  const writer = new JournalWriter(db)
  db.exec('BEGIN IMMEDIATE')
  for (const moment of moments) writer.append(pod, writeEntry(read(`${pod}/${moment}`)), Date.parse(moment))
  writer.write()
  db.exec('COMMIT')
  db.close()
}

async function page(day: string | undefined) {
  const found = await pages.of(pod, day)
  if (!found) return undefined
  const parts: string[] = []
  for await (const part of found.text()) parts.push(part)
  const quads = new Parser({ baseIRI: `${baseUrl}${pod}/log/${day ?? ''}` }).parse(parts.join(''))
  return { ...readLog(quads, baseUrl), quads }
}

const numbers = async (day: string) => (await page(day))?.lines.map(({ number }) => number)

const listed = async () =>
  (await page(undefined))?.quads
    .filter(({ predicate }) => predicate.value.endsWith('contains'))
    .map(({ object }) => object.value.slice(`${baseUrl}${pod}/log/`.length))

/** What its ETag is made of. */
const state = async (day: string) => (await pages.of(pod, day))?.version

it('has one document a day, which changes at midnight UTC, and none of a day without lines', async () => {
  expect(await listed()).toEqual(['2025-12-31', '2026-01-01', '2026-01-04'])
  expect(await numbers('2025-12-31')).toEqual([1])
  expect(await numbers('2026-01-01')).toEqual([2, 3])
  expect(await numbers('2026-01-04')).toEqual([4])
  for (const day of ['2025-12-30', '2026-01-02', '2026-01-03', '2026-01-05'])
    expect(await page(day)).toBeUndefined()
})

it('says where the journal was at the end of each day', async () => {
  const lines = await engine.journals.lines(pod, 1, 10)
  const heads = [undefined, '2025-12-31', '2026-01-01', '2026-01-04'].map(
    async (day) => (await page(day))?.head,
  )
  expect(await Promise.all(heads)).toMatchObject([{ number: 4 }, { number: 1 }, { number: 3 }, { number: 4 }])
  expect(Buffer.from((await page('2026-01-01'))?.head?.hash ?? [])).toEqual(lines[2]?.hash)
})

it('changes the state of a day with that day alone', async () => {
  const days = ['2025-12-31', '2026-01-01', '2026-01-04']
  const states = () => Promise.all(days.map(state))
  const [first, second, third] = await states()
  write('2026-01-04T12:00:01.000Z')
  const [, , later] = await states()
  expect(await states()).toEqual([first, second, later])
  expect(later).not.toEqual(third)
  // Of a line that was erased, the day says less.
  expect(await engine.journals.erase(pod, `${pod}/2026-01-01T23:59:59.999Z`)).toBe(1)
  const [, less] = await states()
  expect(await states()).toEqual([first, less, later])
  expect(less).not.toEqual(second)
})

it('has no document of a day that was forgotten, and the rest of one that was in part', async () => {
  const { journals } = engine
  const before = await state('2026-01-01')
  await journals.prune(pod, Date.parse('2026-01-01T00:00:00Z'))
  expect(await listed()).toEqual(['2026-01-01', '2026-01-04'])
  expect(await page('2025-12-31')).toBeUndefined()
  expect(await state('2026-01-01')).toEqual(before)
  expect((await page(undefined))?.anchor?.number).toBe(1)
  await journals.prune(pod, Date.parse('2026-01-01T12:00:00Z'))
  expect(await numbers('2026-01-01')).toEqual([3])
  expect(await state('2026-01-01')).not.toEqual(before)
  await journals.prune(pod, Date.parse('2026-02-01T00:00:00Z'))
  expect(await listed()).toEqual([])
  expect(await page('2026-01-04')).toBeUndefined()
  expect((await page(undefined))?.head?.number).toBe(4)
})
