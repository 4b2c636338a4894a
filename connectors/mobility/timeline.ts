import { ConnectorError } from '../errors.ts'
import { isJsonObject, type JsonObject, type JsonText } from '../formats/json.ts'
import { neededStampIn, objectIn, textIn } from './json-fields.ts'
import { readMode } from './modes.ts'
import { type Point, readPoint, roughly } from './place.ts'
import type { LeftOut, TripRow } from './rows.ts'

type Line = number | undefined

/**
 * Reads the journeys of Google's on-device Timeline: Android's `semanticSegments`, and the list that iOS writes. Visits are
 * counted and left out; paths, raw signals, frequent places and memories are not looked at.
 *
 * @throws ConnectorError with the line.
 */
export function readTimeline({ value, lineOf }: JsonText): (TripRow | LeftOut)[] {
  const segments = isJsonObject(value) ? value['semanticSegments'] : value
  if (!Array.isArray(segments)) throw new ConnectorError('unknown-layout', { line: 1 })
  const rows: (TripRow | LeftOut)[] = []
  const said = new Set<string>()
  const ranks = new Map<string, number>()
  segments.forEach((segment, index) => {
    if (!isJsonObject(segment)) throw new ConnectorError('malformed', { record: index + 1 })
    if (isJsonObject(segment['visit'])) rows.push({ type: 'left-out', key: `visit/${index}`, why: 'visit' })
    if (!isJsonObject(segment['activity'])) return
    const { sourceLine, ...trip } = readActivity(segment, segment['activity'], lineOf.get(segment))
    // Exports say the same journey twice: nobody makes it twice at the same time.
    const whole = JSON.stringify(trip)
    if (said.has(whole)) return
    said.add(whole)
    const rank = (ranks.get(trip.key) ?? 0) + 1
    ranks.set(trip.key, rank)
    rows.push({ ...trip, key: rank === 1 ? trip.key : `${trip.key}/${rank}`, sourceLine })
  })
  return rows
}

function readActivity(segment: JsonObject, activity: JsonObject, line: Line): TripRow {
  const [start, end] = [neededStampIn(segment, 'startTime', line), neededStampIn(segment, 'endTime', line)]
  if (start.instant === undefined) throw new ConnectorError('bad-field', { line, field: 'startTime' })
  if (end.instant === undefined || Date.parse(end.instant) < Date.parse(start.instant))
    throw new ConnectorError('bad-field', { line, field: 'endTime' })
  const metres = textIn(activity, 'distanceMeters', line)
  if (metres !== undefined && !/^\d{1,8}(\.\d{1,20})?$/.test(metres))
    throw new ConnectorError('bad-field', { line, field: 'distanceMeters' })
  return {
    type: 'trip',
    key: `timeline/${start.instant}`,
    day: start.day,
    status: 'guessed',
    mode: readMode(textIn(objectIn(activity, 'topCandidate', line), 'type', line) ?? ''),
    departureTime: start.instant,
    arrivalTime: end.instant,
    departurePoint: pointIn(activity, 'start', line),
    arrivalPoint: pointIn(activity, 'end', line),
    distanceMetres: metres === undefined ? undefined : Math.round(Number(metres)),
    sourceLine: line,
  }
}

/** `{ "latLng": "48.1°, 2.3°" }`, or `"geo:48.1,2.3"`. */
function pointIn(activity: JsonObject, field: string, line: Line): string | undefined {
  const told = activity[field]
  const text = isJsonObject(told) ? textIn(told, 'latLng', line) : textIn(activity, field, line)
  if (text === undefined) return undefined
  const [lat = '', lon = '', ...more] = text.replace(/^geo:/, '').replaceAll('°', '').split(',')
  const point: Point | undefined = more.length === 0 ? readPoint(lat, lon) : undefined
  if (point === undefined) throw new ConnectorError('bad-field', { line, field })
  return roughly(point)
}
