import { type Mark, toHex } from '#vocab/journal/chain'
import { readLog } from '#vocab/journal/read-log'
import { PodFailure } from '../../shared/pod/failure.ts'
import { keptHead } from '../log/kept-head.ts'
import { baseOf, type LogSource, statementsOf } from '../log/whole-log.ts'

/**
 * Whether a log can go on from what this device had seen, by its end alone: the log room verifies all of it. `before`:
 * the last verified head; `head`: where the log now ends, undefined where it is gone, or says none. Pure.
 */
export function goesOn(before: Mark | undefined, head: Mark | undefined): boolean {
  if (!before) return true
  if (!head || !(head.number >= before.number)) return false
  return head.number > before.number || toHex(head.hash) === toHex(before.hash)
}

/** The same, of a pod, from one GET. @throws PodFailure where it cannot be known. */
export async function logGoesOn(source: LogSource, webId: string, pod: string): Promise<boolean> {
  const before = keptHead(webId, pod)
  if (!before) return true
  try {
    return goesOn(before, readLog(await statementsOf(source, `${pod}log/`), baseOf(pod)).head)
  } catch (error) {
    if (error instanceof PodFailure && error.kind === 'missing') return false
    throw error
  }
}
