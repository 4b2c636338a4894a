import { ConnectorError, type Where } from '../errors.ts'
import { instantsOf, localClock } from '../time/paris-time.ts'
import { energyOf } from './power.ts'
import type { Direction, Quality, Reading } from './reading.ts'
import type { Stamp } from './stamp.ts'
import { stepsBetween } from './steps.ts'

/** A row as the file gives it, stamped at the end of its step in all files but one. */
export interface Point {
  readonly end: Stamp
  /** `undefined` when the file does not say: then the neighbours tell. */
  readonly minutes: number | undefined
  /** Milliwatts averaged over the step, or milliwatt-hours when `energy`; `null` where there is no value. */
  readonly milli: number | null
  readonly energy: boolean
  readonly quality: Quality
  readonly where: () => Where
}

type Placed = Point & { readonly instant: number }

/**
 * Puts the points on the UTC line, once each. Each run is one series in its reading order; runs may overlap.
 *
 * @throws ConnectorError `bad-field` for an hour that does not exist, `contradiction` for two values at one
 * time or steps that overlap, `missing-field` when no step can be known.
 */
export function readSequence(
  runs: readonly (readonly Point[])[],
  meter: string,
  direction: Direction,
  stamped: 'end' | 'start' = 'end',
): Reading[] {
  const runsPlaced = runs.flatMap(place).map(stamped === 'end' ? (point) => point : closed)
  const placed = once(runsPlaced.sort((a, b) => a.instant - b.instant))
  const steps = stepsBetween(placed)
  let covered = Number.NEGATIVE_INFINITY
  return placed.map(({ instant, milli, energy, quality, where }, index) => {
    const minutes = steps[index]
    if (minutes === undefined)
      throw new ConnectorError('missing-field', { ...where(), field: 'interval_length' })
    const start = instant - minutes * 60_000
    if (milli !== null) {
      if (start < covered) throw new ConnectorError('contradiction', where())
      covered = instant
    }
    const milliWh = milli === null || energy ? milli : energyOf(milli, minutes)
    return { meter, direction, start, minutes, milliWh, quality, line: where().line }
  })
}

/** A point whose stamp is where its step begins, at where it ends. */
function closed(point: Placed): Placed {
  if (point.minutes === undefined)
    throw new ConnectorError('missing-field', { ...point.where(), field: 'Fin' })
  return { ...point, instant: point.instant + point.minutes * 60_000 }
}

/**
 * Local stamps to instants. In the hour that October repeats, reading order tells: the first 02:30 is
 * summer time, the second winter time. Files written newest first are read backwards.
 */
function place(points: readonly Point[]): Placed[] {
  const ordered = isDescending(points) ? points.toReversed() : points
  let pass = 0
  let last = Number.NEGATIVE_INFINITY
  return ordered.map((point) => {
    const { local, offset } = point.end
    if (offset !== undefined) return { ...point, instant: local - offset * 60_000 }
    const [first, second] = instantsOf(local)
    if (first === undefined) return { ...point, instant: skippedHour(point) }
    if (second === undefined) return { ...point, instant: first }
    pass = local - last > 3_600_000 || local - last < -3_600_000 ? 1 : local <= last ? pass + 1 : pass
    last = local
    if (pass > 2) throw new ConnectorError('contradiction', point.where())
    return { ...point, instant: pass === 1 ? first : second }
  })
}

/** 02:00 on the day that skips from 02:00 to 03:00 ends the same step as 03:00; a later one cannot be. */
function skippedHour(point: Point): number {
  const hourLater = point.end.local + 3_600_000
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

/** Rows that repeat one another count once, and a value wins over its absence. */
function once(placed: readonly Placed[]): Placed[] {
  const kept: Placed[] = []
  for (const point of placed) {
    const last = kept.at(-1)
    if (last?.instant !== point.instant) kept.push(point)
    else if (last.milli === null) kept[kept.length - 1] = point
    else if (point.milli !== null && (point.milli !== last.milli || point.minutes !== last.minutes)) {
      throw new ConnectorError('contradiction', point.where())
    }
  }
  return kept
}
