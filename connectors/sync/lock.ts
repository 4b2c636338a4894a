import { randomUUID } from 'node:crypto'
import { link, readFile, unlink, writeFile } from 'node:fs/promises'
import { UsageError } from '../cli/io.ts'

/** What this process holds, and by which writing. In a container each run has the id of the one that was killed. */
const held = new Map<string, string>()

/**
 * Keeps two runs off the same ledger. What a killed run has left is taken over. It is linked to its place when it is written,
 * so that nobody ever meets it empty.
 *
 * @returns what ends it. @throws UsageError where another run is under way.
 */
export async function lock(path: string): Promise<() => Promise<void>> {
  const unlock = await take(path)
  if (unlock !== undefined) return unlock
  throw new UsageError({
    fr: `Une autre exécution est en cours (${path}). Attendez qu’elle finisse.`,
    en: `Another run is under way (${path}). Wait for it to end.`,
  })
}

async function take(path: string): Promise<(() => Promise<void>) | undefined> {
  const written = `${path}.${randomUUID()}`
  await writeFile(written, String(process.pid), { flag: 'wx', mode: 0o600 })
  try {
    const isFree = await isLinked(written, path)
    const isTaken = isFree || ((await holderOf(path)) !== 'alive' && (await takeOver(written, path)))
    return isTaken ? () => release(written, path) : undefined
  } finally {
    await unlink(written)
  }
}

/**
 * One at a time takes over: two that met the same dead lock would each remove it, and the second the first one's. Who takes over
 * looks again, since what it met may have been taken over already; a dead one is removed by nobody else meanwhile.
 */
async function takeOver(written: string, path: string): Promise<boolean> {
  const end = await take(`${path}.over`)
  if (end === undefined) return false
  try {
    const holder = await holderOf(path)
    if (holder === 'dead') await unlink(path)
    return holder !== 'alive' && (await isLinked(written, path))
  } finally {
    await end()
  }
}

async function isLinked(written: string, path: string): Promise<boolean> {
  try {
    await link(written, path)
    held.set(path, written)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function release(written: string, path: string): Promise<void> {
  await unlink(path)
  if (held.get(path) === written) held.delete(path)
}

async function holderOf(path: string): Promise<'alive' | 'dead' | 'none'> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return 'none'
  const id = Number(text)
  if (!Number.isSafeInteger(id) || id <= 0) return 'dead'
  if (id === process.pid) return held.has(path) ? 'alive' : 'dead'
  try {
    process.kill(id, 0)
    return 'alive'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'alive' : 'dead'
  }
}
