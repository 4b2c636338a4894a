import type { AccountBalance, BankAccount, BankOperation } from '#vocab/generated/bank'
import type { DayCurve, Meter } from '#vocab/generated/energy'

/** What our apps read, by the name they know it by. */
export interface Kinds {
  account: BankAccount
  balance: AccountBalance
  operation: BankOperation
  meter: Meter
  curve: DayCurve
}

/** One node of a document that conforms to its shape. */
export interface RecordOf<K extends keyof Kinds> {
  readonly kind: K
  readonly iri: string
  readonly value: Kinds[K]
  /** True for an earlier version: another node of the document has the same record key and was stated later. */
  readonly superseded: boolean
  /** When a run of its document stated it last, in milliseconds; absent where none did. */
  readonly statedAt?: number
  /** The layouts by which it came, as the runs of its document say; absent where none does. */
  readonly routes?: readonly string[]
}

export type PodRecord = { [K in keyof Kinds]: RecordOf<K> }[keyof Kinds]

/** A document, read. */
export interface PodDocument {
  readonly url: string
  /** The name of the partner who sent it, where it is known. */
  readonly partner?: string
  readonly records: readonly PodRecord[]
}

/** The records of one kind of all the documents. */
export function recordsOf<K extends keyof Kinds>(
  documents: Iterable<PodDocument>,
  kind: K,
): { readonly document: string; readonly record: RecordOf<K> }[] {
  const found: { document: string; record: RecordOf<K> }[] = []
  for (const { url, records } of documents) {
    for (const record of records) {
      if (record.kind === kind) found.push({ document: url, record: record as RecordOf<K> })
    }
  }
  return found
}
