import { ConnectorError } from '../../errors.ts'
import { accountOfText } from '../account-id.ts'
import { readFrenchCents } from './amount.ts'
import { readFrenchDay } from './day.ts'
import type { Dialect } from './dialect.ts'

/** Some eight lines of words above the table: who asked, which account, `Solde au 12/03/2026 1 234,56 €`. */
export const creditAgricole: Dialect = {
  id: 'csv-credit-agricole',
  label: { fr: 'CSV du Crédit Agricole', en: 'CSV of Crédit Agricole' },
  headers: [['date', 'libelle', 'debit euros', 'credit euros']],
  columns: { bookingDate: 'date', label: 'libelle', debit: 'debit euros', credit: 'credit euros' },
  days: 'french',
  debits: 'positive',
  above(rows) {
    const lines = rows.map(({ cells, line }) => ({ text: cells.join(' ').trim(), line }))
    const numbers = lines.flatMap(({ text }) => /\bn°\s*(\d{11})\b/.exec(text)?.[1] ?? [])
    const [number] = numbers
    if (number === undefined || new Set(numbers).size > 1) {
      throw new ConnectorError('missing-field', { line: 1, field: 'compte' })
    }
    const said = lines.find(({ text }) => /^Solde\s+au\b/i.test(text))
    if (said === undefined) return { account: accountOfText(number) }
    const [, day = '', amount = ''] =
      /^Solde\s+au\s+(\S{10})\s*:?\s*(.{1,40}?)\s*(?:€|EUR)?$/i.exec(said.text) ?? []
    const [date, cents] = [readFrenchDay(day), readFrenchCents(amount)]
    if (date === undefined || cents === undefined) {
      throw new ConnectorError('bad-field', { line: said.line, field: 'Solde' })
    }
    return { account: accountOfText(number), balance: { cents, date, line: said.line } }
  },
}
