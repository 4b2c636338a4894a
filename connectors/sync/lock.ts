import { readFile, unlink, writeFile } from 'node:fs/promises'
import { UsageError } from '../cli/io.ts'

/**
 * Keeps two runs off the same ledger. What a killed run has left is taken over.
 *
 * @returns what ends it. @throws UsageError where another run is under way.
 */
export async function lock(path: string): Promise<() => Promise<void>> {
  for (const isLast of [false, true]) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 })
      return () => unlink(path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (isLast || (await isAlive(path))) break
      await unlink(path).catch(() => {})
    }
  }
  throw new UsageError({
    fr: `Une autre exécution est en cours (${path}). Attendez qu’elle finisse.`,
    en: `Another run is under way (${path}). Wait for it to end.`,
  })
}

async function isAlive(path: string): Promise<boolean> {
  const id = Number(await readFile(path, 'utf8').catch(() => ''))
  if (!Number.isSafeInteger(id) || id <= 0) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
