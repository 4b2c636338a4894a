import { readConsentGiven, readConsentProcess, readConsentRecord } from '#vocab/generated/consents'
import type { Graph } from '#vocab/graph'
import { DPV } from '#vocab/namespaces'
import type { ReceiptClaims } from '#vocab/receipt'
import type { Words } from '../../shared/i18n/t.ts'

/** What a receipt says, of which nothing is in words yet. */
export interface ReceiptRow {
  readonly event: 'given' | 'withdrawn'
  /** When it was recorded. UTC instant. */
  readonly at: string
  /** A WebID, or an app's client id. */
  readonly recipient: string
  /** Whether the recipient adds, as a partner does, and reads nothing. */
  readonly adds: boolean
  readonly subjects: readonly { readonly category: string; readonly why: Words }[]
  readonly until: string | undefined
  /** The server. */
  readonly issuer: string
}

/** Pure. `record`: the consent record that the receipt holds. What does not conform in it is left out. */
export function receiptRow({ receipt, iss }: ReceiptClaims, record: Graph): ReceiptRow {
  const consent = readConsentRecord(record.node(receipt.record))
  const processes = (consent?.processes ?? []).flatMap((iri) => readConsentProcess(record.node(iri)) ?? [])
  const [given] = (consent?.statuses ?? []).flatMap((iri) => readConsentGiven(record.node(iri)) ?? [])
  return {
    event: receipt.status === `${DPV}ConsentGiven` ? 'given' : 'withdrawn',
    at: receipt.created,
    recipient: receipt.recipient,
    adds: processes.length > 0 && processes.every(({ processing }) => processing === `${DPV}Store`),
    subjects: processes.map(({ category, toldInFrench, toldInEnglish }) => ({
      category,
      why: { fr: toldInFrench, en: toldInEnglish },
    })),
    until: given?.until,
    issuer: iss,
  }
}
