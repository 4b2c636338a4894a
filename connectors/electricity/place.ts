import { ConnectorError } from '../errors.ts'
import { instantsOf, localClock } from '../time/paris-time.ts'
import type { Placed, Point } from './sequence.ts'

const hour = 3_600_000

/**
 * Local stamps of one run to instants. In the hour that October repeats, reading order tells: the first 02:30 is summer time, the
 * second winter time. A run that goes on and says the hour once does not tell which one: what it says of it is put nowhere, and
 * both hours are without values. Files written newest first are read backwards.
 *
 * @throws ConnectorError `bad-field` for an hour that does not exist, `contradiction` for an hour said three times.
 */
export function place(points: readonly Point[]): Placed[] {
  const ordered = isDescending(points) ? points.toReversed() : points
  const placed: Placed[] = []
  for (let at = 0; at < ordered.length; ) {
    const hourEnd = endOfRepeatedHour(ordered, at)
    if (hourEnd > at) {
      placed.push(...placeRepeatedHour(ordered.slice(at, hourEnd), ordered[at - 1], ordered[hourEnd]))
      at = hourEnd
    } else {
      const point = ordered[at]
      if (point !== undefined) placed.push({ ...point, instant: instantOf(point) })
      at += 1
    }
  }
  return placed
}

/** The first index after those of one repeated hour that begins at `from`; `from` when none does. */
function endOfRepeatedHour(points: readonly Point[], from: number): number {
  let at = from
  for (let before: number | undefined; at < points.length; at += 1) {
    const { local, offset } = points[at]?.end ?? { local: 0, offset: 0 }
    if (offset !== undefined || instantsOf(local).length < 2) break
    if (before !== undefined && Math.abs(local - before) > hour) break
    before = local
  }
  return at
}

function placeRepeatedHour(
  points: readonly Point[],
  before: Point | undefined,
  after: Point | undefined,
): Placed[] {
  let pass = 1
  let last = Number.NEGATIVE_INFINITY
  const passes = points.map(({ end, where }) => {
    if (end.local <= last) pass += 1
    last = end.local
    if (pass > 2) throw new ConnectorError('contradiction', where())
    return pass
  })
  // A run that comes to the hour without a break and ends in it is within the first.
  const isFirst = after === undefined && before !== undefined && isNext(before, points[0])
  return points.flatMap((point, index): Placed[] => {
    const [summer = 0, winter = 0] = instantsOf(point.end.local)
    if (pass === 2 || isFirst) return [{ ...point, instant: passes[index] === 1 ? summer : winter }]
    const none = { ...point, milli: null }
    return [
      { ...none, instant: summer, isDoubtful: point.milli !== null },
      { ...none, instant: winter },
    ]
  })
}

function isNext(before: Point, point: Point | undefined): boolean {
  const distance = (point?.end.local ?? 0) - before.end.local
  return distance > 0 && distance <= hour
}

/** The instant of a stamp that can be of one alone. */
function instantOf(point: Point): number {
  const { local, offset } = point.end
  if (offset !== undefined) return local - offset * 60_000
  const [instant] = instantsOf(local)
  return instant ?? skippedHour(point)
}

/** 02:00 on the day that skips from 02:00 to 03:00 ends the same step as 03:00; a later one cannot be. */
function skippedHour(point: Point): number {
  const hourLater = point.end.local + hour
  const [instant] = instantsOf(hourLater)
  const edge = instant !== undefined && localClock(instant - 60_000) !== hourLater - 60_000
  if (!edge) throw new ConnectorError('bad-field', { ...point.where(), field: 'date' })
  return instant
}

function isDescending(points: readonly Point[]): boolean {
  let balance = 0
  points.forEach(({ end }, index) => {
    const before = points[index - 1]?.end.local ?? end.local
    balance += Math.sign(end.local - before)
  })
  return balance < 0
}
