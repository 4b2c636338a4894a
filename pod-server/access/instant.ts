import type { Term } from '@rdfjs/types'
import { XSD } from '#vocab/namespaces'

const shape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|([+-])(\d\d):(\d\d))$/

/**
 * An `xsd:dateTime` with a time zone, to the second (XML Schema 1.1, §3.3.7), in UTC milliseconds. Pure.
 *
 * @returns undefined for what is none, days that no month has included.
 */
export function instantOf(term: Term): number | undefined {
  if (term.termType !== 'Literal' || term.datatype.value !== `${XSD}dateTime`) return undefined
  const found = shape.exec(term.value)
  if (!found) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number)
  const [zoneHours = 0, zoneMinutes = 0] = found.slice(8).map((it) => Number(it ?? 0))
  const isTime = hour < 24 && minute < 60 && second < 60
  const isZone = zoneHours * 60 + zoneMinutes <= 14 * 60 && zoneMinutes < 60
  const local = new Date(0)
  local.setUTCFullYear(year, month - 1, day)
  const isDay = year > 0 && local.getUTCMonth() === month - 1 && local.getUTCDate() === day
  if (!isTime || !isZone || !isDay) return undefined
  local.setUTCHours(hour, minute, second)
  const ahead = (zoneHours * 60 + zoneMinutes) * 60_000
  return local.getTime() - (found[7] === '-' ? -ahead : ahead)
}
