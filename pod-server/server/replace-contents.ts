import { existsSync } from 'node:fs'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { putInPlace, unpackBackup } from '../engine/sqlite/backup.ts'
import type { FolderFiles } from '../engine/sqlite/backup-format.ts'
import { keepDatabase, removeDatabase, sync } from '../engine/sqlite/database-file.ts'
import { type KnownErasures, keepErased, knownErasures } from '../erasure/keep-erased.ts'
import { endedByRestore } from './ended-by-restore.ts'
import { engineFile } from './engine-file.ts'
import { markHalfRestored, unmarkHalfRestored } from './half-restored.ts'

/** What of a data folder belongs to its pods, beside the database. */
const belongings = ['address', 'registry', 'demo/done.json']

export interface Replaced {
  /** The folder of what was there; undefined where nothing was. */
  readonly aside: string | undefined
  /** How many pods of the back-up were erased since; undefined where what was there cannot be read, and nobody knows. */
  readonly erased: number | undefined
}

/**
 * Puts what a back-up holds into a folder that nobody uses. What was there is kept in a folder of its own within, which
 * a server can serve. However it ends, the folder is what it was, or is marked as half, or is what the back-up holds.
 *
 * Pods that were erased there since the back-up was made do not come back with it.
 */
export async function replaceContents(
  dataFolder: string,
  backup: string,
  files: FolderFiles,
): Promise<Replaced> {
  const file = engineFile(dataFolder)
  const fresh = `${file}.restored`
  const ready = `${file}.without-erased`
  try {
    await removeDatabase(ready)
    await unpackBackup(backup, fresh, endedByRestore)
    const erased = existsSync(file) ? await withoutErased(file, fresh, ready) : 0
    await markHalfRestored(dataFolder, backup)
    const aside = existsSync(file) ? await keepAside(dataFolder, file) : undefined
    await putInPlace(existsSync(ready) ? ready : fresh, file)
    for (const name of belongings) await rm(join(dataFolder, name), { recursive: true, force: true })
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(dataFolder, name)), { recursive: true })
      await writeFile(join(dataFolder, name), content)
      await sync(join(dataFolder, name))
    }
    await unmarkHalfRestored(dataFolder)
    return { aside, erased }
  } finally {
    await removeDatabase(fresh)
    await removeDatabase(ready)
  }
}

async function withoutErased(file: string, fresh: string, ready: string): Promise<number | undefined> {
  let known: KnownErasures
  try {
    known = knownErasures(file)
  } catch {
    return undefined
  }
  const erased = await keepErased(fresh, known, ready)
  await sync(ready)
  return erased
}

async function keepAside(dataFolder: string, file: string): Promise<string> {
  const aside = join(dataFolder, `replaced-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`)
  await mkdir(aside)
  for (const name of belongings) {
    if (existsSync(join(dataFolder, name)))
      await cp(join(dataFolder, name), join(aside, name), { recursive: true })
  }
  await keepDatabase(file, engineFile(aside))
  await sync(aside)
  return aside
}
