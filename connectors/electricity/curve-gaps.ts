import { addDays } from '../meters/day.ts'
import { dayBounds, localDay } from '../time/paris-time.ts'
import type { Reading } from './reading.ts'

/** Ten years: beyond it a source had stopped, and no value is missing. */
const longestHole = 3660 * 86_400_000

/**
 * How many values are missing on each local day, by meter: those that the file leaves empty, and those that it leaves out between
 * its first and its last, counted in steps of the value before. What lies before or after the file is not missing.
 *
 * @param readings in order of time within each meter and direction.
 */
export function missingValues(
  readings: readonly Reading[],
): { meter: string | undefined; day: string; count: number }[] {
  const missing: { meter: string | undefined; day: string; count: number }[] = []
  let last: Reading | undefined
  for (const reading of readings) {
    const { meter, direction, start, milliWh } = reading
    if (last !== undefined && last.meter === meter && last.direction === direction) {
      const from = last.start + last.minutes * 60_000
      if (start > from && start - from <= longestHole)
        missing.push(...inHole(meter, from, start, last.minutes))
    }
    if (milliWh === null) missing.push({ meter, day: localDay(start), count: 1 })
    last = reading
  }
  return missing
}

function inHole(meter: string | undefined, from: number, to: number, minutes: number) {
  const days: { meter: string | undefined; day: string; count: number }[] = []
  let at = from
  while (at < to) {
    const day = localDay(at)
    const next = Math.min(to, dayBounds(addDays(day, 1)).start)
    const count = Math.ceil((next - at) / (minutes * 60_000))
    days.push({ meter, day, count })
    at = next
  }
  return days
}
