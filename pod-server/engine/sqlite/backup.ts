import { randomBytes } from 'node:crypto'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import Database from 'libsql'
import { assertSound, type FolderFiles, filesTable, madeAt } from './backup-format.ts'
import type { Db } from './database.ts'
import { count, reading, removeDatabase, sync } from './database-file.ts'

/**
 * Writes what the engine holds at one moment, and the files that go with it, into one new file, while a server goes on
 * writing. It has its name only once it is whole and on disk: what is cut off leaves `<to>.partial`, which the next one
 * to the same place removes. @returns the pods in it. @throws what the file system or SQLite says.
 */
export async function writeBackup(file: string, to: string, folder: FolderFiles): Promise<number> {
  const partial = `${to}.partial`
  await removeDatabase(partial)
  // Made here, so that what the file system objects to is said by its own code.
  await (await open(partial, 'wx')).close()
  try {
    const pods = copyInto(file, partial, folder)
    await sync(partial)
    await rename(partial, to)
    await sync(dirname(to))
    return pods
  } finally {
    await removeDatabase(partial)
  }
}

function copyInto(file: string, partial: string, folder: FolderFiles): number {
  const source = new Database(file, { timeout: 5000 })
  try {
    source.prepare('VACUUM INTO ?').run(partial)
  } finally {
    source.close()
  }
  return reading(partial, (copy) => {
    copy.exec('BEGIN')
    copy.exec(filesTable)
    const insert = copy.prepare('INSERT INTO folder_file (name, content) VALUES (?, ?)')
    for (const [name, content] of Object.entries(folder)) insert.run(name, content)
    copy
      .prepare('INSERT OR REPLACE INTO engine (name, value) VALUES (?, ?)')
      .run(madeAt, new Date().toISOString())
    copy.exec('COMMIT')
    assertSound(copy)
    return count(copy, 'pod')
  })
}

/** Values that a back-up holds, and that do not come back with it. */
export interface LeftOut {
  readonly space: string
  /** The one key of them; undefined: all. */
  readonly key?: string
  /** What the keys of those begin with that come back all the same. */
  readonly but?: string
}

/**
 * Copies a back-up that reads well (`readBackup`) to where an engine can be opened, without some of its values. Versions come
 * again after it, so the engine gets a new epoch.
 */
export async function unpackBackup(backup: string, to: string, leftOut: readonly LeftOut[]): Promise<void> {
  await removeDatabase(to)
  await copyFile(backup, to)
  reading(to, (copy) => {
    // There are private keys among them: no page that is free now has one.
    copy.exec('PRAGMA secure_delete = ON')
    copy.exec('BEGIN')
    for (const it of leftOut) leaveOut(copy, it)
    copy.exec('DROP TABLE folder_file')
    copy.prepare('DELETE FROM engine WHERE name = ?').run(madeAt)
    copy.prepare("UPDATE engine SET value = ? WHERE name = 'epoch'").run(randomBytes(6).toString('hex'))
    copy.exec('COMMIT')
  })
  await sync(to)
}

function leaveOut(copy: Db, { space, key, but }: LeftOut): void {
  const [only, stays] = [key ?? null, but ?? null]
  for (const table of ['value', 'tag'])
    copy
      .prepare(
        `DELETE FROM ${table} WHERE space = ? AND (? IS NULL OR key = ?) AND (? IS NULL OR substr(key, 1, length(?)) <> ?)`,
      )
      .run(space, only, only, stays, stays, stays)
}

/** Gives a database the name of another, which nobody has open and which is then gone. */
export async function putInPlace(fresh: string, file: string): Promise<void> {
  // The log goes first: the old one's would be played into the new.
  for (const suffix of ['-wal', '-shm']) await rm(`${file}${suffix}`, { force: true })
  await rename(fresh, file)
  await sync(dirname(file))
}
