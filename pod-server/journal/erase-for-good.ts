import { rewrite } from '../engine/sqlite/database-file.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { podQuota } from '../server/engine-file.ts'

/**
 * Erases what the lines of a pod's journal say of a resource, or of a container and all below it, and takes it out of the
 * file, which nobody else has open. @returns how many lines; undefined where the pod has no journal
 */
export async function eraseForGood(file: string, pod: string, resource: string): Promise<number | undefined> {
  const engine = await SqliteEngine.open(file, podQuota)
  let count: number
  try {
    if (!(await engine.journals.bounds(pod))) return undefined
    count = await engine.journals.erase(pod, resource)
  } finally {
    await engine.close()
  }
  // Even where no line was erased now: the last time may have been cut off before this.
  rewrite(file)
  return count
}
