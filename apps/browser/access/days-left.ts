import { parisDay } from '../../shared/i18n/format.ts'

const dayMs = 24 * 3_600_000

/**
 * Days in Paris until an instant, as people count them: 0 is today, 1 is tomorrow. Undefined for what is no instant.
 * Pure.
 *
 * @param until - UTC instant.
 * @param now - UTC milliseconds.
 */
export function daysLeft(until: string, now: number): number | undefined {
  const end = new Date(until)
  if (Number.isNaN(end.getTime())) return undefined
  const noon = (date: Date) => Date.parse(`${parisDay(date)}T12:00:00Z`)
  return Math.round((noon(end) - noon(new Date(now))) / dayMs)
}
