import { isLeftOut, type LeftOut } from '../meters/left-out.ts'
import type { Period } from '../meters/period.ts'
import type { Reading } from './reading.ts'

/** What a file says of a meter: a step of its curve, a period, or a row that is knowingly left out. */
export type ElectricityRow = Reading | Period | LeftOut

export function isPeriod(row: ElectricityRow): row is Period {
  return 'series' in row
}

export function isReading(row: ElectricityRow): row is Reading {
  return !isPeriod(row) && !isLeftOut(row)
}
