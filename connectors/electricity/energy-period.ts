import type { Period } from '../meters/period.ts'
import type { Direction, Quality } from './reading.ts'

/** The energy of a day, of a month or of a bill, in thousandths of a watt-hour. */
export function energyPeriod(
  series: 'daily' | 'monthly' | 'billed',
  [firstDay, lastDay]: readonly [firstDay: string, lastDay: string],
  said: {
    readonly meter: string | undefined
    readonly direction: Direction
    readonly milliWh: number | null
    readonly quality: Quality | undefined
    readonly line: number | undefined
  },
): Period {
  const { meter, direction, milliWh, quality, line } = said
  return { meter, series, direction, firstDay, lastDay, unit: 'Wh', quantity: milliWh, quality, line }
}

/** What a meter showed at the end of a day (or during it, where the source says only the day), in thousandths of a watt-hour. */
export function indexReading(
  day: string,
  said: {
    readonly meter: string | undefined
    readonly direction: Direction
    readonly register: string
    readonly tariffClass?: string | undefined
    readonly milliWh: number
    readonly quality: Quality
    readonly line: number
  },
): Period {
  const { meter, direction, register, tariffClass, milliWh, quality, line } = said
  return {
    meter,
    series: 'index',
    direction,
    firstDay: day,
    lastDay: day,
    unit: 'Wh',
    quantity: undefined,
    indexEnd: milliWh,
    register,
    tariffClass,
    quality,
    line,
  }
}
