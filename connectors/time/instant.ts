import { localDay } from './paris-time.ts'
import { readIsoDay, readStampDay } from './written-day.ts'

const stamp = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/

/** An instant with its zone, as epoch milliseconds. */
export function readInstant(text: string): number | undefined {
  const [, day] = stamp.exec(text) ?? []
  if (day === undefined || readIsoDay(day) === undefined) return undefined
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? undefined : instant
}

/** The day in Paris of an instant with its zone; of a stamp without one, its own digits. */
export function readLocalDay(text: string): string | undefined {
  const instant = readInstant(text)
  return instant === undefined ? readStampDay(text) : localDay(instant)
}
