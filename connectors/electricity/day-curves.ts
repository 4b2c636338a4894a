import { formatValues } from '#vocab/day-curve'
import type { DayCurve } from '#vocab/generated/energy'
import { WATT_HOUR } from '#vocab/namespaces'
import { dayBounds, localDay } from '../time/paris-time.ts'
import type { Direction, Quality, Reading } from './reading.ts'

/** One local day of one meter at one step: what a day curve is written from. Readings are in order of time. */
export interface MeterDay {
  readonly meter: string | undefined
  readonly day: string
  readonly direction: Direction
  readonly minutes: number
  readonly readings: readonly Reading[]
}

/** Days in order of time, without those of which nothing is known. */
export function groupByDay(readings: readonly Reading[]): MeterDay[] {
  const groups = new Map<
    string,
    { meter: string | undefined; day: string; direction: Direction; minutes: number; readings: Reading[] }
  >()
  for (const reading of readings) {
    if (reading.milliWh === null) continue
    const { meter, direction, minutes } = reading
    const day = localDay(reading.start)
    const key = `${meter} ${day} ${direction} ${minutes}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { meter, day, direction, minutes, readings: [reading] })
    else group.readings.push(reading)
  }
  return [...groups.values()]
}

/** Readings whose steps do not all begin at the same minute of the step: they have no common slots. */
export function isAligned({ day, minutes, readings }: MeterDay): boolean {
  const { start } = dayBounds(day)
  return new Set(readings.map((reading) => (reading.start - start) % (minutes * 60_000))).size === 1
}

/**
 * The curve of a local day: 46, 48 or 50 half hours, `-` where no reading fell.
 * Its start is local midnight, or the first step's minute past it when the meter does not step on the hour.
 *
 * A file that begins or ends inside a day says only part of it: its record key names the slots it spans, so that it is a
 * record of its own, which completes another part of the day and takes the place of none.
 */
export function dayCurve({ day, direction, minutes, readings }: MeterDay, meterDocument: string): DayCurve {
  const step = minutes * 60_000
  const bounds = dayBounds(day)
  const phase = ((readings[0]?.start ?? bounds.start) - bounds.start) % step
  const slots = new Array<number | null>(bounds.minutes / minutes).fill(null)
  let total = 0
  for (const { start, milliWh } of readings) {
    slots[(start - bounds.start - phase) / step] = (milliWh ?? 0) / 1000
    total += milliWh ?? 0
  }
  const first = slots.findIndex((value) => value !== null)
  const last = slots.findLastIndex((value) => value !== null)
  const part = first === 0 && last === slots.length - 1 ? '' : `/${first}-${last}`
  return {
    recordKey: `${day}/${direction}/PT${minutes}M${part}`,
    day,
    direction,
    start: new Date(bounds.start + phase).toISOString().replace('.000Z', 'Z'),
    step: `PT${minutes}M`,
    values: formatValues(slots),
    totalWh: total / 1000,
    unit: WATT_HOUR,
    quality: qualityOf(readings),
    meter: meterDocument,
  }
}

function qualityOf(readings: readonly Reading[]): Quality | 'mixed' {
  const [quality = 'measured', ...others] = new Set(readings.map((reading) => reading.quality))
  return others.length === 0 ? quality : 'mixed'
}
