/** Ten years of ten minutes. */
export const maxReadings = 600_000

export type Direction = 'consumption' | 'production'
export type Quality = 'measured' | 'estimated' | 'corrected'

/** Energy over one step of a meter. */
export interface Reading {
  /** The meter's number (PRM): personal, so never in a URL and never in a log. `undefined` where the file names none. */
  readonly meter: string | undefined
  readonly direction: Direction
  /** Start of the step, epoch milliseconds. */
  readonly start: number
  readonly minutes: number
  /** Thousandths of a watt-hour, so that sums are exact; `null` where the source has no value. */
  readonly milliWh: number | null
  readonly quality: Quality
  readonly line: number | undefined
}
