import { ConnectorError } from '../../errors.ts'
import { accountOfText } from '../account-id.ts'
import type { AccountId } from '../rows.ts'
import { readFrenchCents } from './amount.ts'
import { readFrenchDay } from './day.ts'
import type { Dialect } from './dialect.ts'

/** `="0000000000000000";01/03/2026;12/03/2026;12;12/03/2026;1 234,56 EUR` above the table, newest first. */
export const societeGenerale: Dialect = {
  id: 'csv-societe-generale',
  label: { fr: 'CSV de la Société Générale', en: 'CSV of Société Générale' },
  headers: [["date de l'operation", 'libelle', "detail de l'ecriture", "montant de l'operation", 'devise']],
  columns: {
    bookingDate: "date de l'operation",
    label: "detail de l'ecriture",
    memo: 'libelle',
    amount: "montant de l'operation",
    currency: 'devise',
  },
  days: 'french',
  above([row]) {
    const [, number] = /^="?(\d{5,30})"?$/.exec(row?.cells[0] ?? '') ?? []
    if (row === undefined || number === undefined)
      throw new ConnectorError('missing-field', { line: 1, field: 'compte' })
    const date = readFrenchDay(row.cells[4] ?? '')
    const cents = readFrenchCents((row.cells[5] ?? '').replace(/\s*EUR$/, ''))
    if (date === undefined || cents === undefined) {
      throw new ConnectorError('bad-field', { line: row.line, field: 'solde' })
    }
    return { account: accountOf(number), balance: { cents, date, line: row.line } }
  },
}

/** Sixteen digits are branch and number, at the bank whose layout this is. */
function accountOf(number: string): AccountId {
  return number.length === 16
    ? { bankCode: '30003', branchCode: number.slice(0, 5), number: number.slice(5) }
    : accountOfText(number)
}
