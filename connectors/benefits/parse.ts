import { ConnectorError } from '../errors.ts'
import { decode, headText } from '../formats/decode.ts'
import { readJson } from '../formats/json.ts'
import { fieldsOf, type JsonFields } from '../formats/json-fields.ts'
import { readPayments, readRegistration } from './employment.ts'
import { readQuotient, readQuotientV2 } from './quotient.ts'
import { readRight } from './right.ts'
import type { BenefitsRow } from './rows.ts'

const marks =
  /"(quotient_familial|quotientFamilial|allocataires|est_beneficiaire|inscription|montant_allocations)"\s*:/

/** `api-particulier` (v2 or v3), or nothing of ours. Looks at the first 4 KiB only. */
export function sniffBenefits(bytes: Uint8Array): 'api-particulier' | undefined {
  const head = headText(bytes)
  return /^[[{]/.test(head) && marks.test(head) ? 'api-particulier' : undefined
}

/**
 * Reads one answer of API Particulier, or a list of them. What two answers say alike is one record.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseBenefits(bytes: Uint8Array): BenefitsRow[] {
  const text = decode(bytes)
  if (sniffBenefits(bytes) === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const json = readJson(text)
  const answers = Array.isArray(json.value) ? json.value : [json.value]
  const rows = new Map<string, BenefitsRow>()
  for (const answer of answers) {
    for (const row of readAnswer(fieldsOf(answer, json, 'data'))) {
      const known = rows.get(row.recordKey)
      if (known !== undefined && saysOtherwise(known, row)) {
        throw new ConnectorError('contradiction', { line: row.line })
      }
      rows.set(row.recordKey, row)
    }
  }
  if (rows.size === 0) throw new ConnectorError('empty')
  return [...rows.values()]
}

function readAnswer(answer: JsonFields): BenefitsRow[] {
  const { line } = answer
  if (answer.has('errors') || answer.has('error')) throw new ConnectorError('partner-error', { line })
  if (answer.has('quotientFamilial')) return [readQuotientV2(answer)]
  const data = answer.object('data')
  if (data === undefined) throw new ConnectorError('unknown-layout', { line })
  const quotient = data.object('quotient_familial')
  if (quotient !== undefined) return [readQuotient(quotient)]
  const registration = data.object('inscription')
  if (registration !== undefined) return [readRegistration(registration)]
  if (data.has('paiements')) return readPayments(data.list('paiements'))
  if (data.has('est_beneficiaire')) return [readRight(answer, data)]
  throw new ConnectorError('unsupported', { line: data.line, field: 'data' })
}

function saysOtherwise({ line: _, ...one }: BenefitsRow, { line: __, ...other }: BenefitsRow): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
