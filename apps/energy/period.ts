import type { PeriodUnit } from '../shared/ui/period-nav.ts'
import { addDays, daysBetween, mondayOf } from './calendar.ts'

/** A stretch of whole local days. `name`: a day, a week's Monday, `2025-03` or `2025`. */
export interface Period {
  readonly unit: PeriodUnit
  readonly name: string
}

/** The period of a unit that a day lies in. */
export function periodOf(unit: PeriodUnit, day: string): Period {
  const name = { day, week: mondayOf(day), month: day.slice(0, 7), year: day.slice(0, 4) }[unit]
  return { unit, name }
}

/** The days of a period, in order. */
export function daysOf({ unit, name }: Period): string[] {
  switch (unit) {
    case 'day':
      return [name]
    case 'week':
      return daysBetween(name, addDays(name, 6))
    case 'month':
      return daysBetween(`${name}-01`, addDays(`${nextMonth(name)}-01`, -1))
    case 'year':
      return daysBetween(`${name}-01-01`, `${name}-12-31`)
  }
}

/** The period before (-1) or after (1). */
export function stepped(period: Period, by: -1 | 1): Period {
  const days = daysOf(period)
  const edge = (by < 0 ? days[0] : days.at(-1)) as string
  return periodOf(period.unit, addDays(edge, by))
}

/** `#month/2025-03`: the address of a period, so that a reload or a bookmark comes back to it. */
export const toHash = ({ unit, name }: Period): string => `#${unit}/${name}`

/** The period of an address; undefined for anything else. */
export function fromHash(hash: string): Period | undefined {
  const [, unit, name] = /^#(day|week|month|year)\/([\d-]{4,10})$/.exec(hash) ?? []
  if (!unit || !name) return undefined
  const day = `${name}-01-01`.slice(0, 10)
  if (Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day) return undefined
  const period = periodOf(unit as PeriodUnit, day)
  return period.name === name ? period : undefined
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
