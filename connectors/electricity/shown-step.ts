import { instantsOf } from '../time/paris-time.ts'
import { knownSteps } from './steps.ts'

/**
 * Minutes of a row that says both of its ends, as clocks show them. Where these change, what they show is an hour off, and it is
 * the step of the row before. `undefined` when no meter has such a step.
 */
export function shownStep(start: number, end: number, before: number | undefined): number | undefined {
  const shown = (end - start) / 60_000
  const isHourOff = before !== undefined && Math.abs(shown - before) === 60 && isNearChange(start)
  if (isHourOff) return before
  return knownSteps.includes(shown) ? shown : undefined
}

/** Within three hours of a change of the clocks, as they show it. */
function isNearChange(local: number): boolean {
  const offsets = [-3, 0, 3].map((hours) => {
    const [instant = Number.NaN] = instantsOf(local + hours * 3_600_000)
    return local + hours * 3_600_000 - instant
  })
  return new Set(offsets).size > 1
}
