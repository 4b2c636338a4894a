/** What clocks show in an IANA time zone. `local` is the epoch, in milliseconds, of the digits they show, taken as UTC. */

const dayMs = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat>()

/** A name of the IANA data base, such as `Europe/Paris` or `UTC`; no abbreviation, no offset. */
export function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2}$/.test(name)) return false
  try {
    clockOf(name)
    return true
  } catch {
    return false
  }
}

/** Throws RangeError for a name that is no time zone. */
export function localOf(instant: number, zone: string): number {
  const day = Math.floor(instant / dayMs) * dayMs
  const before = offsetAt(day, zone)
  const isSteady = before === offsetAt(day + dayMs, zone)
  return instant + (isSteady ? before : askOffset(instant, zone))
}

/** Offsets at the start of UTC days, kept: clocks are asked slowly, and change on two days a year. */
const offsets = new Map<string, number>()
const maxOffsets = 100_000

function offsetAt(day: number, zone: string): number {
  const key = `${zone} ${day}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= maxOffsets) offsets.clear()
  const offset = askOffset(day, zone)
  offsets.set(key, offset)
  return offset
}

function askOffset(instant: number, zone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of clockOf(zone).formatToParts(instant)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

/**
 * The instant at which clocks show `local`: the first of two; in an hour that clocks skip, as many minutes past the gap as if
 * they had not yet been put forward (RFC 5545 §3.3.5).
 */
export function instantOf(local: number, zone: string): number {
  const offsets = [local - dayMs, local + dayMs].map((near) => localOf(near, zone) - near)
  const found = offsets.map((offset) => local - offset).filter((instant) => localOf(instant, zone) === local)
  return found.length > 0 ? Math.min(...found) : local - (offsets[0] ?? 0)
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const digits = '2-digit'
  const clock = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', calendar: 'gregory', year: 'numeric', month: digits, day: digits },
    ...{ hour: digits, minute: digits, second: digits },
  })
  clocks.set(zone, clock)
  return clock
}
