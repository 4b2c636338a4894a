import { ConnectorError } from '../errors.ts'
import { isJsonObject, type JsonObject, type JsonText } from '../formats/json.ts'
import { neededStampIn, objectIn, stampIn, textIn } from './json-fields.ts'
import type { LeftOut, TripRow } from './rows.ts'

/**
 * Reads the trips of a bike-share account (`application/vnd.trip.v5+json`). A trip that is still under way is left out; the
 * duration is what lies between its times.
 *
 * @throws ConnectorError with the line.
 */
export function readBikeTrips({ value, lineOf }: JsonText): (TripRow | LeftOut)[] {
  const items = isJsonObject(value) ? value['data'] : value
  if (!Array.isArray(items)) throw new ConnectorError('unknown-layout', { line: 1 })
  const rows = new Map<string, TripRow | LeftOut>()
  items.forEach((item, index) => {
    if (!isJsonObject(item)) throw new ConnectorError('malformed', { record: index + 1 })
    const row = readBikeTrip(item, lineOf.get(item))
    const other = rows.get(row.key)
    if (
      other !== undefined &&
      JSON.stringify({ ...other, sourceLine: 0 }) !== JSON.stringify({ ...row, sourceLine: 0 })
    )
      throw new ConnectorError('contradiction', { line: lineOf.get(item) })
    rows.set(row.key, row)
  })
  return [...rows.values()]
}

function readBikeTrip(item: JsonObject, line: number | undefined): TripRow | LeftOut {
  const id = textIn(item, 'id', line)
  if (id === undefined) throw new ConnectorError('missing-field', { line, field: 'id' })
  const key = `bike/${id}`
  const start = neededStampIn(item, 'startTime', line)
  const end = stampIn(item, 'endTime', line)
  if (end === undefined) return { type: 'left-out', key, why: 'pending' }
  const [from, to] = [start.instant ?? start.local ?? '', end.instant ?? end.local ?? '']
  if ((start.instant === undefined) !== (end.instant === undefined) || to < from)
    throw new ConnectorError('bad-field', { line, field: 'endTime' })
  return {
    type: 'trip',
    key,
    day: start.day,
    status: 'recorded',
    mode: 'bike',
    departureTime: start.instant,
    localDeparture: start.local,
    arrivalTime: end.instant,
    localArrival: end.local,
    departurePlace: textIn(objectIn(item, 'startStation', line), 'name', line),
    arrivalPlace: textIn(objectIn(item, 'endStation', line), 'name', line),
    sourceLine: line,
  }
}
