import type { Trip, Validation } from '#vocab/generated/mobility'
import type { Loose } from '../known.ts'

export type Mode = NonNullable<Trip['mode']>

/** `key` tells the record from the others, in plain words: never written where it holds a booking reference. */
export interface TripRow extends Loose<Omit<Trip, 'recordKey'>> {
  readonly type: 'trip'
  readonly key: string
  /** What of the key is secret: whoever knows a booking reference and a name may change the booking. */
  readonly booking?: string
  readonly sourceLine: number | undefined
}

export interface ValidationRow extends Loose<Omit<Validation, 'recordKey'>> {
  readonly type: 'validation'
  readonly key: string
  readonly sourceLine: number | undefined
}

/** What the file holds and is not written, so that a notice can count it. */
export interface LeftOut {
  readonly type: 'left-out'
  readonly key: string
  readonly why: 'visit' | 'pending'
}

export type MobilityRow = TripRow | ValidationRow | LeftOut
