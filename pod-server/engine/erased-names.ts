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

/** Several where a back-up was restored that knew none, or others, of those that were erased here; the first is for new ones. */
export const saltsIn = (value: string | undefined): readonly string[] => (value ? value.split(' ') : [])

/** Whether a pod of this name was here, and was erased. */
export async function wasErased(engine: Pick<PodEngine, 'value'>, name: string): Promise<boolean> {
  const salts = saltsIn((await engine.value(erasedNames, saltKey))?.value)
  const found = await Promise.all(salts.map((salt) => engine.value(erasedNames, erasedKey(salt, name))))
  return found.some((it) => it !== undefined)
}

/** How many pods were erased. */
export async function countErased(engine: Pick<PodEngine, 'values'>): Promise<number> {
  let count = 0
  for await (const { key } of engine.values(erasedNames)) if (key !== saltKey) count += 1
  return count
}
