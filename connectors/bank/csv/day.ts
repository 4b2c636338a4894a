import { isDay } from '../calendar-day.ts'

/** `31/03/2026` as `2026-03-31`. */
export function readFrenchDay(text: string): string | undefined {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? []
  return readIsoDay(`${year}-${month}-${day}`)
}

/** `2026-03-31`, when there is such a day. */
export function readIsoDay(text: string): string | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text) ? text : undefined
}
