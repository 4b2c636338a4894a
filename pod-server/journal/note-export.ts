import { operatorExport } from '#vocab/journal/entry'
import type { PodEngine } from '../engine/PodEngine.ts'

/**
 * Writes down, on disk before it is answered, that the operator exports a pod.
 *
 * @returns false where there is no such pod.
 */
export async function noteExport(engine: PodEngine, pod: string): Promise<boolean> {
  if (pod === '' || pod.includes('/') || !(await engine.get(pod))?.isContainer) return false
  const now = Date.now()
  const entry = {
    outcome: 'allowed',
    from: now,
    until: now,
    count: 1,
    who: null,
    client: operatorExport,
    resources: [`${pod}/`],
    modes: ['read'],
    rules: [],
  } as const
  await engine.journals.note([{ pod, entry }])
  return true
}
