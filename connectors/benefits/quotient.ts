import type { JsonFields } from '../formats/json-fields.ts'
import type { QuotientRow } from './rows.ts'

/** `data.quotient_familial` of API Particulier v3. */
export function readQuotient(told: JsonFields): QuotientRow {
  return quotient(told, 'valeur', told.neededAs('fournisseur', readFund))
}

/** The flat answer of v2: the one that names no scheme is CNAF's own. */
export function readQuotientV2(told: JsonFields): QuotientRow {
  return quotient(told, 'quotientFamilial', told.read('regime', readFund) ?? 'CNAF')
}

function quotient(told: JsonFields, value: string, fund: QuotientRow['fund']): QuotientRow {
  const month = `${told.neededAs('annee', readYear)}-${told.neededAs('mois', readMonth)}`
  return {
    type: 'quotient',
    recordKey: `quotient/${fund}/${month}`,
    month,
    quotient: told.neededAs(value, readValue),
    fund,
    line: told.line,
  }
}

/** The CAF of a place is CNAF's. */
function readFund(text: string): QuotientRow['fund'] | undefined {
  if (text === 'CNAF' || text === 'CAF') return 'CNAF'
  return text === 'MSA' ? 'MSA' : undefined
}

function readYear(text: string): string | undefined {
  return /^20\d\d$/.test(text) ? text : undefined
}

function readMonth(text: string): string | undefined {
  return /^(0?[1-9]|1[0-2])$/.test(text) ? text.padStart(2, '0') : undefined
}

function readValue(text: string): number | undefined {
  return /^\d{1,7}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined
}
