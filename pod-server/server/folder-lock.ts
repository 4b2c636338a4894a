import { existsSync, type Stats, statSync, unwatchFile, watchFile } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'libsql'
import { folderInUse, notWritable } from './folder-errors.ts'

/** The file that is locked as long as a server runs on a folder. */
export const lockFile = (dataFolder: string): string => join(dataFolder, 'server.lock')

/**
 * Says early whether a server runs on a folder; makes nothing where there is none.
 *
 * @throws PodError `folder-in-use`.
 */
export async function assertUnheld(dataFolder: string): Promise<void> {
  if (existsSync(lockFile(dataFolder))) await (await holdFolder(dataFolder))()
}

/**
 * One server a folder: two would not know of each other's writes. SQLite's lock on a file is the system's own: it ends
 * with the process, however that ends, and holds between containers that share the folder.
 *
 * @returns what lets go. @throws PodError `folder-in-use`, as `inUse` says it; `folder-not-writable`.
 */
export async function holdFolder(dataFolder: string, inUse = folderInUse): Promise<() => Promise<void>> {
  const pid = join(dataFolder, 'server.pid')
  const held = open(dataFolder)
  try {
    held.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    held.close()
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw notWritable(dataFolder, cause)
    throw inUse(dataFolder, (await readFile(pid, 'utf8').catch(() => '')).trim(), cause)
  }
  // For the sentence that another start prints: nothing is decided by it.
  await writeFile(pid, `${process.pid}\n`)
  return async () => {
    await rm(pid, { force: true })
    held.close()
  }
}

function open(dataFolder: string): Database.Database {
  try {
    return new Database(lockFile(dataFolder))
  } catch (cause) {
    throw notWritable(dataFolder, cause)
  }
}

/** Tells when the lock that this process holds is no longer the file that stands there: the folder may be another's. */
export function watchLock(dataFolder: string): { readonly lost: AbortSignal; readonly end: () => void } {
  const file = lockFile(dataFolder)
  const { ino } = statSync(file)
  const controller = new AbortController()
  const look = (now: Stats) => {
    if (now.ino !== ino) controller.abort()
  }
  watchFile(file, { interval: 1000, persistent: false }, look)
  return { lost: controller.signal, end: () => unwatchFile(file, look) }
}
