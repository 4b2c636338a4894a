import { ConnectorError } from '../errors.ts'
import { type Direction, maxReadings } from './reading.ts'
import type { Point } from './sequence.ts'

interface Series {
  readonly meter: string
  readonly direction: Direction
  readonly runs: (readonly Point[])[]
}

/** A household has few meters. */
const maxSeries = 100

/** The points of a file by meter and direction, each run in its reading order. */
export class SeriesRuns {
  readonly #series = new Map<string, Series>()
  #total = 0

  /** @throws ConnectorError `too-many-records`. */
  add(meter: string, direction: Direction, points: readonly Point[]): void {
    const key = `${meter} ${direction}`
    const known = this.#series.get(key)
    if (known === undefined) this.#series.set(key, { meter, direction, runs: [points] })
    else known.runs.push(points)
    this.#total += points.length
    if (this.#series.size > maxSeries)
      throw new ConnectorError('too-many-records', { limit: String(maxSeries) })
    if (this.#total > maxReadings)
      throw new ConnectorError('too-many-records', { limit: String(maxReadings) })
  }

  /** How many points were added. */
  get total(): number {
    return this.#total
  }

  list(): Series[] {
    return [...this.#series.values()]
  }
}
