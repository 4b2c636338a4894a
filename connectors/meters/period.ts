import type { PeriodReading } from '#vocab/generated/energy'

export type Series = PeriodReading['series']
export type Direction = PeriodReading['direction']
export type PeriodQuality = NonNullable<PeriodReading['quality']>
export type MeterKind = 'electricity' | 'gas' | 'water'

/** What a meter counted from one local day to another, or showed at the end of the last. Figures are in thousandths. */
export interface Period {
  /** The meter's number: personal, so never in a URL and never in a log. `undefined` where the file names none. */
  readonly meter: string | undefined
  readonly series: Series
  readonly direction: Direction
  /** `2025-03-30`, both included. */
  readonly firstDay: string
  readonly lastDay: string
  /** Of `quantity` and of the indexes. */
  readonly unit: 'Wh' | 'm3' | 'L'
  /** `null` where the source should say it and does not; `undefined` where it never does (an index alone). */
  readonly quantity: number | null | undefined
  readonly indexStart?: number | undefined
  readonly indexEnd?: number | undefined
  /** As the source names it, where the meter has several. */
  readonly register?: string | undefined
  readonly tariffClass?: string | undefined
  /** Gas: thousandths of a watt-hour. */
  readonly energy?: number | undefined
  /** Gas: thousandths of a kilowatt-hour a cubic metre. */
  readonly conversion?: number | undefined
  /** Water: thousandths of a litre. */
  readonly leak?: number | undefined
  readonly quality: PeriodQuality | undefined
  readonly line: number | undefined
}

/** The same period said twice has the same key, whatever it says of it. The meter is not in it. */
export function periodKey({ series, direction, register, firstDay, lastDay }: Period): string {
  const of = register === undefined ? '' : `/${register}`
  return `${series}/${direction}${of}/${firstDay}${firstDay === lastDay ? '' : `/${lastDay}`}`
}

/** Whether the row says anything: a row of nulls is a gap, and no record. */
export function isKnown({ quantity, indexStart, indexEnd, energy }: Period): boolean {
  return (
    (quantity !== null && quantity !== undefined) ||
    indexStart !== undefined ||
    indexEnd !== undefined ||
    energy !== undefined
  )
}
