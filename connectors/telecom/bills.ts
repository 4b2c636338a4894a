import { ConnectorError } from '../errors.ts'
import type { JsonText } from '../formats/json.ts'
import { fieldsOf, type JsonFields } from '../formats/json-fields.ts'
import { plainWords } from '../formats/plain-words.ts'
import { readLocalDay } from '../time/instant.ts'
import type { BillRow, OtherRow } from './rows.ts'

const telecom = new Set(['mobile', 'internet', 'fixe', 'fibre', 'box', 'mobile et internet'])

/**
 * The bills of a list that may hold those of shops too. A bill without a number is named by its vendor, sort and day; two such
 * of one day by their amounts in order.
 *
 * @throws ConnectorError with the line.
 */
export function readBills(items: readonly unknown[], json: JsonText): (BillRow | OtherRow)[] {
  const drafts = items.map((item, at) => readBill(fieldsOf(item, json, '[]', 1), at))
  const ranks = rankedByAmount(drafts)
  const numbered = new Map<string, Draft>()
  return drafts.flatMap<BillRow | OtherRow>((draft) => {
    if (draft.type === 'other') return [draft]
    const { base, ...bill } = draft
    if (bill.number === undefined) return [{ ...bill, recordKey: `${base}/${ranks.get(draft)}` }]
    const known = numbered.get(base)
    numbered.set(base, known ?? draft)
    if (known === undefined) return [{ ...bill, recordKey: base }]
    if (known.cents !== bill.cents || known.day !== bill.day) {
      throw new ConnectorError('contradiction', { line: bill.line, field: 'amount' })
    }
    return []
  })
}

function rankedByAmount(drafts: readonly (Draft | OtherRow)[]): Map<Draft, number> {
  const next = new Map<string, number>()
  const bills = drafts.filter((draft) => draft.type === 'bill')
  return new Map(
    bills
      .toSorted((one, other) => one.cents - other.cents)
      .map((draft) => {
        const rank = (next.get(draft.base) ?? 0) + 1
        next.set(draft.base, rank)
        return [draft, rank]
      }),
  )
}

type Draft = Omit<BillRow, 'recordKey'> & { readonly base: string }

function readBill(fields: JsonFields, at: number): Draft | OtherRow {
  const { line } = fields
  const sort = plainWords(fields.needed('type', 50))
  if (!telecom.has(sort)) return { type: 'other', recordKey: `other/${at}`, line }
  // Cozy's list of bills is in euros unless it says otherwise.
  if (!['EUR', '€'].includes(fields.text('currency', 10) ?? 'EUR')) {
    throw new ConnectorError('unsupported', { line, field: 'currency' })
  }
  const vendor = fields.needed('vendor', 100)
  const number = fields.text('vendorRef', 100)
  const day = fields.neededAs('date', readLocalDay)
  const cents = fields.cents('amount')
  if (cents === undefined) throw new ConnectorError('missing-field', { line, field: 'amount' })
  const base = number === undefined ? `${vendor}|${sort}|${day}` : `${vendor}|${number}`
  return { type: 'bill', vendor, ...(number === undefined ? {} : { number }), day, cents, base, line }
}
