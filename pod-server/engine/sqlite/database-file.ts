import { constants, copyFile, link, open, rm } from 'node:fs/promises'
import Database from 'libsql'
import type { Db } from './database.ts'

/** Opens a database for a moment. */
export function reading<T>(file: string, work: (db: Db) => T): T {
  const db = new Database(file, { timeout: 5000 })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Writes a database anew, that nobody has open: what was deleted from it is in none of its pages then (SQLite, "VACUUM"). */
export const rewrite = (file: string): void =>
  reading(file, (db) => {
    db.exec('VACUUM')
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  })

/** Removes a database, and what SQLite keeps beside it: a log of another one would be played into the next. */
export async function removeDatabase(file: string): Promise<void> {
  for (const suffix of ['-wal', '-shm', '-journal', '']) await rm(`${file}${suffix}`, { force: true })
}

/**
 * Keeps a database, which nobody has open, under a second name. It stays under the first: no moment is without it. One
 * too damaged to be opened is kept with its log, as it is.
 */
export async function keepDatabase(file: string, to: string): Promise<void> {
  try {
    reading(file, (db) => db.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
  } catch {
    await keep(`${file}-wal`, `${to}-wal`).catch(() => undefined)
  }
  await keep(file, to)
}

/** By a second link where the file system has them, else by a copy. */
const keep = (file: string, to: string): Promise<void> =>
  link(file, to).catch(() => copyFile(file, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE))

export async function sync(file: string): Promise<void> {
  const handle = await open(file)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const count = (db: Db, table: string): number => number(db, `SELECT count(*) AS n FROM ${table}`)

export const number = (db: Db, sql: string): number => (db.prepare(sql).get() as { n: number }).n
