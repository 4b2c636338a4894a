import type { PodEngine } from '../engine/PodEngine.ts'
import { makeRoot, podsOf } from './roots.ts'

/** How long a line is kept (DESIGN §7). */
const keptMonths = 13
const everyHour = 3_600_000

/** The moment before which lines are forgotten. Pure. */
export function keptSince(now: number): number {
  const date = new Date(now)
  return date.setUTCMonth(date.getUTCMonth() - keptMonths)
}

/** Forgets what is older, in each journal; the rest stays verifiable. Then the root of the last day, of what is there. */
export async function keepUp(engine: PodEngine, now: number): Promise<void> {
  const { journals } = engine
  const since = keptSince(now)
  for await (const pod of podsOf(journals)) {
    const bounds = await journals.bounds(pod)
    const [oldest] = bounds ? await journals.lines(pod, bounds.anchor.number + 1, 1) : []
    if (oldest && oldest.recorded < since) await journals.prune(pod, since)
  }
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
