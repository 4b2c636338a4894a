import type { Graph } from '#vocab/graph'
import { DPV } from '#vocab/namespaces'
import type { ReceiptClaims } from '#vocab/receipt'
import { type ConsentTerms, consentTerms } from '../consent-terms.ts'

/** What a receipt says, of which nothing is in words yet. */
export interface ReceiptRow extends ConsentTerms {
  readonly event: 'given' | 'withdrawn'
  /** When it was recorded. UTC instant. */
  readonly at: string
  readonly recipient: string
  /** The server. */
  readonly issuer: string
}

/** Pure. `record`: the consent record that the receipt holds. */
export function receiptRow({ receipt, iss }: ReceiptClaims, record: Graph): ReceiptRow {
  return {
    ...consentTerms(receipt.record, record),
    event: receipt.status === `${DPV}ConsentGiven` ? 'given' : 'withdrawn',
    at: receipt.created,
    recipient: receipt.recipient,
    issuer: iss,
  }
}
