import { createHmac } from 'node:crypto'
import type { PodEngine } from './PodEngine.ts'

/**
 * Names of pods that were erased, which are nobody's any more: whoever had one next would have its WebID, and with it what
 * others granted to the person before. They are kept as hashes under a salt of this data folder, so that nobody reads a
 * list of those who left; whoever has the file can still ask it about a name that they think of.
 */
export const erasedNames = 'erased-names'
export const saltKey = 'salt'

export const erasedKey = (salt: string, name: string): string =>
  createHmac('sha256', salt).update(name).digest('base64url')

/** Whether a pod of this name was here, and was erased. */
export async function wasErased(engine: Pick<PodEngine, 'value'>, name: string): Promise<boolean> {
  const salt = (await engine.value(erasedNames, saltKey))?.value
  return salt !== undefined && (await engine.value(erasedNames, erasedKey(salt, name))) !== undefined
}

/** How many pods were erased. */
export async function countErased(engine: Pick<PodEngine, 'values'>): Promise<number> {
  let count = 0
  for await (const { key } of engine.values(erasedNames)) if (key !== saltKey) count += 1
  return count
}
