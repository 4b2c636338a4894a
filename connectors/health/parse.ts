import { ConnectorError } from '../errors.ts'
import { decode, headText } from '../formats/decode.ts'
import { reimbursements } from './acts.ts'
import { readEobs } from './eob.ts'
import { readRefundCsv } from './refund-csv.ts'
import { readRefundJson } from './refund-json.ts'
import type { HealthRow } from './rows.ts'

export type HealthLayout = 'fhir-eob' | 'refund-json' | 'refund-csv'

const maxRows = 100_000

/** Looks at the first 4 KiB only. */
export function sniffHealth(bytes: Uint8Array): HealthLayout | undefined {
  const head = headText(bytes)
  if (/^[[{]/.test(head)) {
    if (/"resourceType"\s*:\s*"(Bundle|ExplanationOfBenefit)"/.test(head)) return 'fhir-eob'
    return /"paiements"/.test(head) && /"beneficiaires"/.test(head) ? 'refund-json' : undefined
  }
  // Accents may be wrong here: the names stop before them.
  return /^.*date des soins.*montant vers/im.test(head) ? 'refund-csv' : undefined
}

/**
 * Reads refunds of care, one row an act or a claim, in the file's order.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseHealth(bytes: Uint8Array): HealthRow[] {
  const text = decode(bytes)
  const layout = sniffHealth(bytes)
  if (layout === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const rows = read(text, layout)
  if (rows.length === 0) throw new ConnectorError('empty')
  if (rows.length > maxRows) throw new ConnectorError('too-many-records', { limit: String(maxRows) })
  return rows
}

function read(text: string, layout: HealthLayout): HealthRow[] {
  if (layout === 'fhir-eob') return readEobs(text)
  return reimbursements(layout === 'refund-csv' ? readRefundCsv(text) : readRefundJson(text))
}
