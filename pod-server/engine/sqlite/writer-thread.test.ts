import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { container, document, textOf } from '../testing/changes.ts'
import { read, said, verified } from '../testing/journal-contract.ts'
import { type Db, openDatabase } from './database.ts'
import { SqliteEngine } from './SqliteEngine.ts'

let folder: string
let engine: SqliteEngine
let file: Db
let pod: string
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-writer-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
  file = openDatabase(join(folder, 'pods.db'))
})

beforeEach(async () => {
  count += 1
  pod = `pod${count}`
  await engine.commit({ changes: [container(pod)] })
})

afterEach(() => file.exec('DROP TRIGGER refusing'))

afterAll(async () => {
  file.close()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

/** From now on SQLite refuses a row that says `bad`, and with it the statement, or the whole transaction as a full disk does. */
const refuse = (table: string, column: string, what: 'ABORT' | 'ROLLBACK') =>
  file.exec(
    `CREATE TRIGGER refusing BEFORE INSERT ON ${table} WHEN instr(NEW.${column}, 'bad') > 0 BEGIN SELECT RAISE(${what}, 'bad'); END`,
  )
const by = { webId: 'https://bank.example/#me', client: 'connector' }
const put = (name: string) => engine.commit({ changes: [document(`${pod}/${name}`, name)], by })
const named = async () => (await said(engine, pod)).slice(1).map((entry) => entry?.resources[0])

describe('orders that share one write to disk', () => {
  it('all fail, and for its reason, when one of them ends it; those of later do not', async () => {
    const before = await put('before')
    refuse('resource', 'path', 'ROLLBACK')
    const ends = await Promise.allSettled(['one', 'bad', 'other'].map(put))
    const reason = { code: 'failed', cause: 'SQLITE_CONSTRAINT_TRIGGER' }
    expect(ends).toMatchObject(Array(3).fill({ status: 'rejected', reason }))
    expect((await engine.list(pod, 10)).map(({ path }) => path)).toEqual([`${pod}/before`])
    expect(await put('one')).toBeGreaterThan(before)
    expect(await textOf(engine, `${pod}/one`)).toBe('one')
    // What failed has left no line, and no gap where its line would be.
    expect(await named()).toEqual([`${pod}/before`, `${pod}/one`])
    expect(await verified(engine, pod)).toMatchObject({ count: 3, faults: [] })
  })

  it('are done but for one that fails by itself, of which nothing is left, not half of its lines', async () => {
    refuse('journal', 'entry', 'ABORT')
    const note = (...names: string[]) =>
      engine.journals.note(names.map((name) => ({ pod, entry: read(name) })))
    const ends = await Promise.allSettled([note('a'), note('b', 'c', 'bad'), note('d'), put('e')])
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect(await named()).toEqual(['a', 'd', `${pod}/e`])
    expect(await verified(engine, pod)).toMatchObject({ count: 4, faults: [] })
  })
})
