import { ConnectorError } from '../errors.ts'
import { decode, headText } from '../formats/decode.ts'
import { readJson } from '../formats/json.ts'
import { fieldsOf } from '../formats/json-fields.ts'
import { mendEuroSigns } from './euro-sign.ts'
import { readItem } from './read-items.ts'
import { type InsuranceRow, keyOf } from './rows.ts'

const maxRecords = 10_000

/** `maif` (JSON), or nothing of ours. Looks at the first 4 KiB only. */
export function sniffInsurance(bytes: Uint8Array): 'maif' | undefined {
  const head = headText(bytes)
  const known =
    /"(?:contrat|home)"\s*:\s*\[|"(?:paymentterms|foyer|societaire)"\s*:\s*\{|"insuranceClaim"\s*:|"docType"\s*:\s*"InsuranceClaim"/
  return /^\[\s*\{/.test(head) && known.test(head) ? 'maif' : undefined
}

/**
 * Reads policies, premium schedules, claims and homes, in the file's order. The same said twice is one.
 *
 * @throws ConnectorError with the line.
 */
export function parseInsurance(bytes: Uint8Array): InsuranceRow[] {
  const text = decode(mendEuroSigns(bytes))
  if (sniffInsurance(bytes) === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const json = readJson(text)
  if (!Array.isArray(json.value)) throw new ConnectorError('unknown-layout', { line: 1 })
  const rows = new Map<string, InsuranceRow>()
  for (const row of json.value.flatMap((item) => readItem(fieldsOf(item, json, '[]', 1)))) {
    const key = `${row.member}/${keyOf(row)}`
    const known = rows.get(key)
    if (known !== undefined && !saysTheSame(known, row))
      throw new ConnectorError('contradiction', { line: row.line })
    rows.set(key, known ?? row)
    if (rows.size > maxRecords) throw new ConnectorError('too-many-records', { limit: String(maxRecords) })
  }
  if (rows.size === 0) throw new ConnectorError('empty')
  return [...rows.values()]
}

function saysTheSame(one: InsuranceRow, other: InsuranceRow): boolean {
  return JSON.stringify({ ...one, line: 0 }) === JSON.stringify({ ...other, line: 0 })
}
