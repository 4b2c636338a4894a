import { ConnectorError } from '../../errors.ts'
import { plainWords } from '../../formats/plain-words.ts'
import { accountOfText } from '../account-id.ts'
import { readFrenchCents } from './amount.ts'
import { readFrenchDay } from './day.ts'
import type { Dialect } from './dialect.ts'

/** Six lines above the table, each a name and a value: number, kind, currency, day, balance in euros and in francs. */
export const banquePostale: Dialect = {
  id: 'csv-banque-postale',
  label: { fr: 'CSV de La Banque Postale', en: 'CSV of La Banque Postale' },
  headers: [
    ['date', 'libelle', 'montant(euros)'],
    ['date', 'libelle', 'montant(euros)', 'montant(francs)'],
  ],
  columns: { bookingDate: 'date', label: 'libelle', amount: 'montant(euros)' },
  days: 'french',
  above(rows) {
    const at = (name: string) => rows.find(({ cells }) => plainWords(cells[0] ?? '') === name)
    const number = at('numero compte')?.cells[1] ?? ''
    if (!/^[0-9A-Z]{5,34}$/.test(number))
      throw new ConnectorError('missing-field', { line: 1, field: 'Numéro Compte' })
    const said = at('solde (euros)')
    if (said === undefined) return { account: accountOfText(number) }
    const cents = readFrenchCents(said.cells[1] ?? '')
    const date = readFrenchDay(at('date')?.cells[1] ?? '')
    if (cents === undefined || date === undefined) {
      throw new ConnectorError('bad-field', { line: said.line, field: 'Solde (EUROS)' })
    }
    return { account: accountOfText(number), balance: { cents, date, line: said.line } }
  },
}
