import { ConnectorError } from '../errors.ts'
import type { ContentLine } from '../formats/content-lines.ts'
import { param } from './text-value.ts'
import type { Zones } from './zones.ts'

/** A DATE or DATE-TIME (RFC 5545 §3.3.4, §3.3.5): a whole day, a time of any clock, or an instant. */
export interface Moment {
  readonly form: 'day' | 'local' | 'instant'
  /** `2026-03-01`, `2026-03-01T09:00:00` or `2026-03-01T08:00:00Z`. */
  readonly text: string
  /** The IANA zone whose clocks told it. */
  readonly zone?: string
}

/** A day with a Z is what Google writes for a day. */
const shape = /^(\d{4})(\d\d)(\d\d)(?:Z|T(\d\d)(\d\d)(\d\d)(Z)?)?$/

/**
 * @param text in place of the property's whole value, when that is a list.
 * @throws ConnectorError `bad-field`; `unsupported` for a zone that nobody knows.
 */
export function readMoment(property: ContentLine, zones: Zones, text = property.value.trim()): Moment {
  const { name, line } = property
  const bad = new ConnectorError('bad-field', { line, field: name })
  const [, year, month, day, hour, minute, second, utc] = shape.exec(text) ?? []
  if (day === undefined) throw bad
  const date = `${year}-${month}-${day}`
  const local = `${date}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}`
  if (!isReal(local)) throw bad
  if (hour === undefined) return { form: 'day', text: date }
  if (param(property, 'VALUE')?.toUpperCase() === 'DATE') throw bad
  if (utc !== undefined) return { form: 'instant', text: `${local}Z`, zone: 'UTC' }
  const tzid = param(property, 'TZID')
  if (tzid === undefined) return { form: 'local', text: local }
  const zone = zones.named(tzid)
  if (zone === undefined) throw new ConnectorError('unsupported', { line, field: 'TZID' })
  const instant = isoOf(zone.instantOf(Date.parse(`${local}Z`)))
  return zone.iana === undefined
    ? { form: 'instant', text: instant }
    : { form: 'instant', text: instant, zone: zone.iana }
}

export function isoOf(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

function isReal(local: string): boolean {
  const instant = Date.parse(`${local}Z`)
  const isPlausible = local >= '1900' && local < '2200'
  return isPlausible && !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(local)
}
