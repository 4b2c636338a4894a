/** One aggregate a local day, type, source and unit. Amounts are in the unit as written. */
export interface MeasureRow {
  readonly type: 'measure'
  readonly day: string
  readonly measure: string
  /** The name that the file gives, as it is: it never leaves this code. */
  readonly source: string
  readonly unit: string
  readonly samples: number
  /** Whether the sum is what counts. */
  readonly additive: boolean
  readonly sum: number
  readonly min: number
  readonly max: number
  readonly line: number
}

/** How many entries of the file are of a kind that is not kept, or have no value. */
export interface LeftOutRow {
  readonly type: 'left-out'
  readonly count: number
}

export type WellbeingRow = MeasureRow | LeftOutRow
