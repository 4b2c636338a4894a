import type { Period, PeriodQuality } from '../meters/period.ts'

/** What a file says of a day of one meter, in thousandths of a litre. */
export interface DayRow {
  readonly day: string
  readonly volume: number | null
  readonly index: number | undefined
  readonly leak: number | undefined
  readonly quality: PeriodQuality | undefined
  readonly register: string | undefined
  readonly line: number | undefined
}

/** No file that we know names its meter. */
export function periodOf({ day, volume, index, leak, quality, register, line }: DayRow): Period {
  return {
    meter: undefined,
    series: 'daily',
    direction: 'consumption',
    firstDay: day,
    lastDay: day,
    unit: 'L',
    quantity: volume,
    indexEnd: index,
    leak,
    register,
    quality,
    line,
  }
}
