/** One call, message or data session of the citizen's line. Whoever was called, and from where, is never read. */
export interface UseRow {
  readonly type: 'use'
  /** The citizen's own number: personal, so never in a URL and never in a log. */
  readonly phone: string
  /** Epoch milliseconds. */
  readonly instant: number
  readonly unit: 'seconds' | 'messages' | 'bytes'
  readonly count: number
  readonly recordKey: string
  readonly line: number | undefined
}

export interface BillRow {
  readonly type: 'bill'
  readonly vendor: string
  readonly number?: string
  /** `2026-03-01`. */
  readonly day: string
  readonly cents: number
  readonly recordKey: string
  readonly line: number | undefined
}

/** A bill of something else, which the same list may hold: counted, and left out. */
export interface OtherRow {
  readonly type: 'other'
  readonly recordKey: string
  readonly line: number | undefined
}

export type TelecomRow = UseRow | BillRow | OtherRow
