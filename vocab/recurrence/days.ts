/** Days as numbers, from 1970-01-01, in the Gregorian calendar; weekdays from 0, Monday. */

const dayMs = 86_400_000

export function dayNumber(year: number, month: number, date: number): number {
  return Math.round(Date.UTC(year, month - 1, date) / dayMs)
}

export interface CivilDay {
  readonly year: number
  readonly month: number
  readonly date: number
}

export function civilDay(day: number): CivilDay {
  const date = new Date(day * dayMs)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() }
}

export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
}

/** `2026-03-01`. */
export function isoDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** The number of `2026-03-01`, or of the day with which a longer text begins. */
export function dayOfIso(text: string): number {
  return Math.floor(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / dayMs)
}
