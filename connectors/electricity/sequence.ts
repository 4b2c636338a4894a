import { ConnectorError, type Where } from '../errors.ts'
import type { LeftOut } from '../meters/left-out.ts'
import { place } from './place.ts'
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

export interface Placed extends Point {
  readonly instant: number
  /** The file has a value, and does not say whether it is of this instant: nothing is put here. */
  readonly isDoubtful?: boolean
}

/**
 * Puts the points on the UTC line, once each. Each run is one series in its reading order; runs may overlap.
 *
 * @throws ConnectorError `bad-field` for an hour that does not exist, `contradiction` for two values at one
 * time or steps that overlap, `missing-field` when no step can be known.
 */
export function readSequence(
  runs: readonly (readonly Point[])[],
  meter: string | undefined,
  direction: Direction,
  stamped: 'end' | 'start' = 'end',
): (Reading | LeftOut)[] {
  const runsPlaced = runs.flatMap(place).map(stamped === 'end' ? (point) => point : closed)
  const placed = once(runsPlaced.sort((a, b) => a.instant - b.instant))
  const steps = stepsBetween(placed)
  let covered = Number.NEGATIVE_INFINITY
  const readings = placed.map(({ instant, milli, energy, quality, where }, index): Reading => {
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
  const doubtful = placed.filter(({ isDoubtful }) => isDoubtful)
  return [
    ...readings,
    ...doubtful.map(({ where }): LeftOut => ({ leftOut: 'clock-change', line: where().line ?? 1 })),
  ]
}

/** A point whose stamp is where its step begins, at where it ends. */
function closed(point: Placed): Placed {
  if (point.minutes === undefined)
    throw new ConnectorError('missing-field', { ...point.where(), field: 'Fin' })
  return { ...point, instant: point.instant + point.minutes * 60_000 }
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
