import { addDays, daysBetween } from './day.ts'
import { isKnown, type Period } from './period.ts'

/** Ten years: beyond it a source had stopped, and no value is missing. */
const longestHole = 3660

/** How many days one value of a series stands for, about. A bill has no length of its own; an index loses nothing by its absence. */
const lengths = { daily: 1, weekly: 7, monthly: 30.44, billed: Number.POSITIVE_INFINITY } as const

/**
 * Of each value that a series does not say although it says some before and some after, or that a row leaves empty, the first day.
 * In order. Between two bills, at least one is missing.
 *
 * @param periods of one series, one direction and one register of one meter, in order of time.
 */
export function missingDays(periods: readonly Period[]): string[] {
  const missing: string[] = []
  let next: string | undefined
  for (const period of periods) {
    const { series, firstDay, lastDay, quantity } = period
    const hole = next === undefined ? 0 : daysBetween(next, firstDay)
    if (series !== 'index' && hole > 0 && hole <= longestHole) {
      const length = lengths[series]
      const count = Math.max(1, Math.round(hole / length))
      for (let at = 0; at < count; at += 1)
        missing.push(addDays(next ?? '', at === 0 ? 0 : Math.floor(at * length)))
    }
    if (!isKnown(period) || quantity === null) missing.push(firstDay)
    next = addDays(lastDay, 1)
  }
  return missing
}
