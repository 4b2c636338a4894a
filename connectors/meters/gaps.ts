import { addDays, daysBetween } from './day.ts'
import { isKnown, type Period } from './period.ts'

/** Ten years: beyond it a source had stopped, and no value is missing. */
const longestHole = 3660

/**
 * The days of which a series says nothing although it says some before and some after, or gives an empty row; of periods longer
 * than a day, the first day of each hole. In order.
 *
 * @param periods of one series, one direction and one register of one meter, in order of time.
 */
export function missingDays(periods: readonly Period[]): string[] {
  const missing: string[] = []
  let next: string | undefined
  for (const period of periods) {
    const { series, firstDay, lastDay } = period
    const hole = next === undefined ? 0 : daysBetween(next, firstDay)
    const isDaily = series === 'daily' || series === 'index'
    const counted = Math.min(hole, isDaily ? longestHole : 1)
    for (let at = 0; at < counted; at += 1) missing.push(addDays(next ?? '', at))
    if (!isKnown(period) || period.quantity === null) missing.push(firstDay)
    next = addDays(lastDay, 1)
  }
  return missing
}
