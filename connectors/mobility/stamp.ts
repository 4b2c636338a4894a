import { instantsOf, localDay } from '../time/paris-time.ts'

/** When something happened, as far as the source knows. */
export interface Stamp {
  /** The day where it happened; in Paris where the source gives UTC alone. */
  readonly day: string
  /** In UTC, `2026-03-01T07:02:00Z`, where the source says its offset. */
  readonly instant?: string
  /** What clocks showed, `2026-03-01T08:02:00`, where it does not. */
  readonly local?: string
}

const shape = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/

/** An ISO 8601 stamp; `undefined` when it is none. */
export function readStamp(text: string): Stamp | undefined {
  const [, date, minute, second = '00', zone] = shape.exec(text) ?? []
  if (date === undefined || minute === undefined) return undefined
  const digits = `${date}T${minute}:${second}`
  if (!isReal(digits)) return undefined
  if (zone === undefined) return { day: date, local: digits }
  const instant = Date.parse(`${digits}${zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`}`)
  if (Number.isNaN(instant)) return undefined
  const day = zone === 'Z' ? localDay(instant) : date
  return { day, instant: isoOf(instant) }
}

/**
 * What Paris' clocks showed, `2026-03-01T08:02:00`, as a stamp: without its instant in the hour that October repeats;
 * `undefined` in the hour that March skips.
 */
export function readParisClock(digits: string): Stamp | undefined {
  if (!isReal(digits)) return undefined
  const day = digits.slice(0, 10)
  const [instant, other] = instantsOf(Date.parse(`${digits}Z`))
  if (instant === undefined) return undefined
  return other === undefined ? { day, instant: isoOf(instant) } : { day, local: digits }
}

/** `2026-03-01`, when it is a day. */
export function readIsoDay(text: string): string | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isReal(`${text}T00:00:00`) ? text : undefined
}

function isReal(digits: string): boolean {
  const instant = Date.parse(`${digits}Z`)
  const isPlausible = digits >= '1900' && digits < '2200'
  return isPlausible && !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(digits)
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
