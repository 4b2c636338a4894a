import { ConnectorError } from '../errors.ts'
import { addDays } from '../meters/day.ts'
import { bySeries } from '../meters/once.ts'
import type { Period } from '../meters/period.ts'

/** Below ten litres a ratio says nothing. In thousandths. */
const enough = 10_000

/**
 * A zero that the index does not confirm is a day that is not published yet: without an index, or with one that has moved. It is a
 * gap, never a zero; the index is kept.
 *
 * @param days in order of time within each register.
 */
export function withoutUnpublished(days: readonly Period[]): Period[] {
  const before = previousDay(days)
  return days.map((period) => {
    const { quantity, indexEnd } = period
    if (quantity !== 0) return period
    const moved = (before.get(period)?.indexEnd ?? indexEnd) !== indexEnd
    return indexEnd === undefined || indexEnd === 0 || moved ? { ...period, quantity: null } : period
  })
}

/** How many days say another quantity than the difference of their indexes. Both are kept as the source says them. */
export function indexDisagreements(days: readonly Period[]): number {
  return compared(days).filter(({ quantity, difference }) => quantity !== difference).length
}

/** @throws ConnectorError `contradiction` when quantities and indexes are a hundred times apart: one is in another unit than said. */
export function refuseMistakenUnit(days: readonly Period[]): void {
  const pairs = compared(days).filter(({ difference }) => difference > 0)
  const used = pairs.reduce((sum, { quantity }) => sum + quantity, 0)
  const counted = pairs.reduce((sum, { difference }) => sum + difference, 0)
  if (used < enough && counted < enough) return
  if (used > 0 && (used >= 100 * counted || counted >= 100 * used)) {
    throw new ConnectorError('contradiction', { line: pairs[0]?.line, field: 'index' })
  }
}

interface Compared {
  readonly quantity: number
  readonly difference: number
  readonly line: number | undefined
}

/** Days that have a quantity and an index, and whose day before has an index. */
function compared(days: readonly Period[]): Compared[] {
  const before = previousDay(days)
  return days.flatMap((period) => {
    const { quantity, indexEnd, line } = period
    const last = before.get(period)?.indexEnd
    if (quantity === null || quantity === undefined || indexEnd === undefined || last === undefined) return []
    return [{ quantity, difference: indexEnd - last, line }]
  })
}

function previousDay(days: readonly Period[]): Map<Period, Period> {
  const before = new Map<Period, Period>()
  for (const rows of bySeries(days)) {
    rows.forEach((period, at) => {
      const last = rows[at - 1]
      if (last !== undefined && addDays(last.firstDay, 1) === period.firstDay) before.set(period, last)
    })
  }
  return before
}
