import type { LoggedMode } from '#vocab/journal/entry'
import type { PodEngine } from '../engine/PodEngine.ts'

/**
 * Writes down, on disk before it is answered, what the operator does with a pod by the command line.
 *
 * @param client what the line calls it (see vocab/journal/entry.ts).
 * @returns false where there is no such pod.
 */
export async function noteOperator(
  engine: PodEngine,
  pod: string,
  client: string,
  mode: LoggedMode,
): Promise<boolean> {
  if (pod === '' || pod.includes('/') || !(await engine.get(pod))?.isContainer) return false
  const now = Date.now()
  const entry = {
    outcome: 'allowed',
    from: now,
    until: now,
    count: 1,
    who: null,
    client,
    resources: [`${pod}/`],
    modes: [mode],
    rules: [],
  } as const
  await engine.journals.note([{ pod, entry }])
  return true
}
