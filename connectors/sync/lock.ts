import { randomUUID } from 'node:crypto'
import { link, readFile, unlink, writeFile } from 'node:fs/promises'
import { UsageError } from '../cli/io.ts'

/**
 * Keeps two runs off the same ledger. What a killed run has left is taken over. It is linked to its place when it is written,
 * so that nobody ever meets it empty.
 *
 * @returns what ends it. @throws UsageError where another run is under way.
 */
export async function lock(path: string): Promise<() => Promise<void>> {
  const written = `${path}.${randomUUID()}`
  await writeFile(written, String(process.pid), { flag: 'wx', mode: 0o600 })
  try {
    if (!(await isLinked(written, path))) {
      if (await isAlive(path)) throw underWay(path)
      await unlink(path).catch(() => {})
      if (!(await isLinked(written, path))) throw underWay(path)
    }
    return () => unlink(path)
  } finally {
    await unlink(written)
  }
}

async function isLinked(written: string, path: string): Promise<boolean> {
  try {
    await link(written, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const underWay = (path: string): UsageError =>
  new UsageError({
    fr: `Une autre exécution est en cours (${path}). Attendez qu’elle finisse.`,
    en: `Another run is under way (${path}). Wait for it to end.`,
  })

async function isAlive(path: string): Promise<boolean> {
  const id = Number(await readFile(path, 'utf8').catch(() => ''))
  if (!Number.isSafeInteger(id) || id <= 0) return false
  // In a container each run has the id of the one that was killed.
  if (id === process.pid) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
