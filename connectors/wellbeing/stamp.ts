import { readIsoDay } from '../time/written-day.ts'

const shape = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d) ([+-])([01]\d)([0-5]\d)$/

/** `2017-11-07 10:05:13 +0200`: the day that its digits say, by the clock of the exporting device. */
export function stampDay(text: string): string | undefined {
  const [, day] = shape.exec(text) ?? []
  return day === undefined ? undefined : readIsoDay(day)
}

/** The instant, in epoch milliseconds. */
export function stampInstant(text: string): number | undefined {
  const [, day = '', hour, minute, second, sign, hours, minutes] = shape.exec(text) ?? []
  if (readIsoDay(day) === undefined) return undefined
  return Date.parse(`${day}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`)
}
