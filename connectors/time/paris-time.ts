/** Europe/Paris, the clock that French meters are read by. Instants are epoch milliseconds. */

const minute = 60_000
const day = 86_400_000

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

function askOffset(instant: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of clock.formatToParts(instant)) part[type] = Number(value)
  const { year = 0, month = 1, day: date = 1, hour = 0, minute: min = 0 } = part
  return (Date.UTC(year, month - 1, date, hour, min) - Math.floor(instant / minute) * minute) / minute
}

/** Offset at the start of each UTC day, kept: it changes on two days a year. */
const offsets = new Map<number, number>()

function offsetAtDayStart(utcDay: number): number {
  const known = offsets.get(utcDay)
  if (known !== undefined) return known
  const offset = askOffset(utcDay * day)
  offsets.set(utcDay, offset)
  return offset
}

/** Minutes east of UTC at an instant: 60 in winter, 120 in summer. */
export function offsetMinutes(instant: number): number {
  const utcDay = Math.floor(instant / day)
  const before = offsetAtDayStart(utcDay)
  return before === offsetAtDayStart(utcDay + 1) ? before : askOffset(instant)
}

/** What clocks show at an instant, as the epoch of the same digits in UTC. */
export function localClock(instant: number): number {
  return instant + offsetMinutes(instant) * minute
}

/** The local day of an instant, as `2025-03-30`. */
export function localDay(instant: number): string {
  return new Date(localClock(instant)).toISOString().slice(0, 10)
}

/**
 * The instants at which clocks show `local`: one; two (earliest first) in the hour that October repeats;
 * none in the hour that March skips.
 */
export function instantsOf(local: number): number[] {
  return [120, 60].map((offset) => local - offset * minute).filter((instant) => localClock(instant) === local)
}

/** The instant of a local day's midnight, and the day's length: 1380, 1440 or 1500 minutes. */
export function dayBounds(isoDay: string): { start: number; minutes: number } {
  const midnight = Date.parse(`${isoDay}T00:00:00Z`)
  const [start = midnight] = instantsOf(midnight)
  const [next = midnight + day] = instantsOf(midnight + day)
  return { start, minutes: (next - start) / minute }
}
