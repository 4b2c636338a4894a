import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import Database from 'libsql'
import type { Db } from './database.ts'
import { schema } from './schema.ts'

/** Small files of the data folder that belong to its pods, by their names below it. */
export type FolderFiles = Readonly<Record<string, string>>

const files = 'CREATE TABLE folder_file (name TEXT PRIMARY KEY, content TEXT NOT NULL)'

/**
 * Writes what the engine holds at one moment, and the files that go with it, into one new file, while a server goes on
 * writing. @returns the pods in it. @throws when it cannot be written, or does not read well.
 */
export function writeBackup(file: string, to: string, folder: FolderFiles): number {
  const source = new Database(file, { timeout: 5000 })
  try {
    source.prepare('VACUUM INTO ?').run(to)
  } finally {
    source.close()
  }
  return reading(to, (copy) => {
    copy.exec(files)
    const insert = copy.prepare('INSERT INTO folder_file (name, content) VALUES (?, ?)')
    for (const [name, content] of Object.entries(folder)) insert.run(name, content)
    assertSound(copy)
    return count(copy, 'pod')
  })
}

/**
 * Puts a back-up in the place of an engine's file, which no server may have open. Versions come again after it, so the
 * engine gets a new epoch. @returns the files that go with it.
 */
export async function restoreBackup(backup: string, file: string): Promise<FolderFiles> {
  if (!existsSync(backup)) throw new Error('no such file')
  const fresh = `${file}.restored`
  try {
    await copyFile(backup, fresh)
    return await putInPlace(fresh, file)
  } finally {
    for (const suffix of ['', '-wal', '-shm']) await rm(`${fresh}${suffix}`, { force: true })
  }
}

async function putInPlace(fresh: string, file: string): Promise<FolderFiles> {
  const folder = reading(fresh, (copy) => {
    assertOurs(copy)
    assertSound(copy)
    const rows = copy.prepare('SELECT name, content FROM folder_file').all() as {
      name: string
      content: string
    }[]
    copy.exec('DROP TABLE folder_file')
    copy.prepare("UPDATE engine SET value = ? WHERE name = 'epoch'").run(randomBytes(6).toString('hex'))
    if (!rows.every(({ name }) => isFolderFile(name))) throw new Error('it is no back-up of pods')
    return Object.fromEntries(rows.map(({ name, content }) => [name, content]))
  })
  const handle = await open(fresh)
  await handle.sync()
  await handle.close()
  // Whoever closes a database last puts its log into it: nothing of the old one is left beside the new.
  if (existsSync(file)) reading(file, (old) => old.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
  for (const suffix of ['-wal', '-shm']) await rm(`${file}${suffix}`, { force: true })
  await rename(fresh, file)
  return folder
}

/** What an engine holds, in numbers. */
export interface Inventory {
  readonly pods: number
  readonly resources: number
  /** Of documents as they were written. */
  readonly bytes: number
  /** Accounts, sessions, codes, channels. */
  readonly values: number
  readonly writes: number
  readonly version: number
  readonly sqlite: string
}

export function inventory(file: string): Inventory {
  return reading(file, (db) => ({
    pods: count(db, 'pod'),
    resources: count(db, 'resource'),
    bytes: number(db, 'SELECT total(bytes) AS n FROM pod'),
    values: count(db, 'value'),
    writes: count(db, 'written'),
    version: number(db, "SELECT coalesce(max(value), 0) AS n FROM engine WHERE name = 'version'"),
    sqlite: (db.prepare('SELECT sqlite_version() AS v').get() as { v: string }).v,
  }))
}

function reading<T>(file: string, work: (db: Db) => T): T {
  const db = new Database(file, { timeout: 5000 })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** What a back-up may bring into a data folder. */
export const isFolderFile = (name: string): boolean =>
  name === 'address' || name === 'demo/done.json' || /^registry\/[\w-]+\.json$/.test(name)

/** Nothing but our own tables: no view or trigger comes in with a back-up. */
function assertOurs(db: Db): void {
  const model = new Database(':memory:')
  model.exec(schema)
  model.exec(files)
  const [ours, theirs] = [model, db].map((it) =>
    JSON.stringify(
      it.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all().map(wordsOf),
    ),
  )
  model.close()
  if (ours !== theirs) throw new Error('it is no back-up of pods')
}

const wordsOf = (row: unknown): unknown => {
  const { type, name, sql } = row as Record<string, unknown>
  return [type, name, sql]
}

function assertSound(db: Db): void {
  const [first] = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[]
  if (first?.integrity_check !== 'ok') throw new Error('the file is damaged')
}

const count = (db: Db, table: string): number => number(db, `SELECT count(*) AS n FROM ${table}`)

const number = (db: Db, sql: string): number => (db.prepare(sql).get() as { n: number }).n
