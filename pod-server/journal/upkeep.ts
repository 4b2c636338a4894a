import type { PodEngine } from '../engine/PodEngine.ts'
import { endUnfinished } from '../invitations/unfinished.ts'
import { forget, forgetErased } from './forget.ts'
import { makeRoot, podsOf } from './roots.ts'

/** How long a root is kept. */
const keptMonths = 13
const everyHour = 3_600_000

/** Forgets what is older, in each journal; the rest stays verifiable; ends accounts that were begun and left. Then the root of the last day, of what is there. */
export async function keepUp(engine: PodEngine, now: number): Promise<void> {
  for await (const pod of podsOf(engine.journals)) await forget(engine, pod, now)
  await forgetErased(engine)
  await endUnfinished(engine, now)
  const date = new Date(now)
  await makeRoot(engine, now, date.setUTCMonth(date.getUTCMonth() + keptMonths))
}

/** At once, and every hour: what a day brings is done once. @returns what ends it. */
export function keepingUp(engine: PodEngine, failed: (error: Error) => void): () => Promise<void> {
  let work = keepUp(engine, Date.now()).catch(failed)
  const timer = setInterval(() => {
    work = work.then(() => keepUp(engine, Date.now())).catch(failed)
  }, everyHour)
  timer.unref()
  return () => {
    clearInterval(timer)
    return work
  }
}
