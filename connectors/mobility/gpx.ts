import { shortDigest8 } from '#vocab/identity'
import { ConnectorError } from '../errors.ts'
import { all, readAt, readXml, textAt, type XmlElement } from '../formats/xml.ts'
import { readMode } from './modes.ts'
import { boxOf, lengthOf, type Point, readPoint, roughly } from './place.ts'
import type { TripRow } from './rows.ts'
import { readStamp, type Stamp } from './stamp.ts'

/**
 * Reads the tracks of a GPX 1.1 or 1.0 file into one trip each: when and roughly where it began and ended, its length, its
 * box. The points themselves are not kept, nor what they say of heart beats. Routes and way points are plans, not trips.
 *
 * @throws ConnectorError with the line: of a point that is nowhere, of a track without times.
 */
export function readGpx(text: string): TripRow[] {
  const root = readXml(text)
  if (root.name !== 'gpx') throw new ConnectorError('unknown-layout', { line: root.line })
  const tracks = all(root, 'trk')
  if (tracks.length === 0 && root.children.some(({ name }) => name === 'rte' || name === 'wpt'))
    throw new ConnectorError('unsupported', { line: root.line, field: 'rte' })
  const trips = tracks.filter((track) => all(track, 'trkseg/trkpt').length > 0).map(readTrack)
  if (trips.length === 0) throw new ConnectorError('empty')
  return ranked(trips)
}

interface Track {
  readonly trip: TripRow
  /** The recording and its name, to the last decimal: what a file that was joined from others may say twice. */
  readonly whole: string
}

/** Tracks that share a key are told apart by their rank, in the file's order; the same one said twice is one. */
function ranked(tracks: readonly Track[]): TripRow[] {
  const said = new Map<string, Set<string>>()
  return tracks.flatMap(({ trip, whole }) => {
    const known = said.get(trip.key) ?? new Set()
    said.set(trip.key, known)
    if (known.has(whole)) return []
    known.add(whole)
    return [known.size === 1 ? trip : { ...trip, key: `${trip.key}/${known.size}` }]
  })
}

function readTrack(track: XmlElement): Track {
  const segments = all(track, 'trkseg').map((segment) => all(segment, 'trkpt').map(pointOf))
  const points = segments.flat()
  const times = all(track, 'trkseg/trkpt').flatMap((point) => readAt(point, 'time', instantOf) ?? [])
  const [start, end] = [times[0], times.at(-1)]
  const [first, last] = [points[0], points.at(-1)]
  if (start?.instant === undefined || end?.instant === undefined || first === undefined || last === undefined)
    throw new ConnectorError('missing-field', { line: track.line, field: 'time' })
  if (Date.parse(end.instant) < Date.parse(start.instant))
    throw new ConnectorError('contradiction', { line: track.line, field: 'time' })
  const length = segments.reduce((sum, segment) => sum + lengthOf(segment), 0)
  const [departurePoint, arrivalPoint] = [roughly(first), roughly(last)]
  // Two devices may start together. What is between the ends, and the name, may be mended later: the same trip.
  const ends = shortDigest8('mobility', `${end.instant} ${departurePoint} ${arrivalPoint}`)
  const trip: TripRow = {
    type: 'trip',
    key: `gpx/${start.instant}/${ends}`,
    day: start.day,
    status: 'recorded',
    mode: readMode(textAt(track, 'type') ?? ''),
    name: textAt(track, 'name')?.replace(/\s+/g, ' '),
    departureTime: start.instant,
    arrivalTime: end.instant,
    departurePoint,
    arrivalPoint,
    boundingBox: boxOf(points),
    distanceMetres: Math.round(length),
    sourceLine: track.line,
  }
  const { sourceLine: _, ...said } = trip
  return { trip, whole: JSON.stringify([said, points, times]) }
}

/** GPX 1.1: times are UTC, whatever else they might be. */
function instantOf(text: string): Stamp | undefined {
  const stamp = readStamp(text)
  return stamp?.instant === undefined ? undefined : stamp
}

function pointOf({ attributes, line }: XmlElement): Point {
  const [lat, lon] = [attributes.get('lat'), attributes.get('lon')]
  if (lat === undefined || lon === undefined)
    throw new ConnectorError('missing-field', { line, field: lat === undefined ? 'lat' : 'lon' })
  const point = readPoint(lat, lon)
  if (point === undefined) throw new ConnectorError('bad-field', { line, field: 'lat' })
  return point
}
