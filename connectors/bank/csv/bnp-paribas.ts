import { ConnectorError } from '../../errors.ts'
import type { CsvRow } from '../../formats/csv.ts'
import { plainWords } from '../../formats/plain-words.ts'
import { readFrenchCents } from './amount.ts'
import { readFrenchDay } from './day.ts'
import type { Above, Dialect } from './dialect.ts'
import { decodeTwice } from './html-accents.ts'

/** An account's line (name, kind, `****1234`, day, nothing, balance), then the table; older files have no header between. */
export const bnpParibas: Dialect = {
  id: 'csv-bnp-paribas',
  label: { fr: 'CSV de BNP Paribas', en: 'CSV of BNP Paribas' },
  headers: [
    ['date operation', 'libelle court', 'type operation', 'libelle operation', 'montant operation en euro'],
  ],
  columns: {
    bookingDate: 'date operation',
    operationType: 'type operation',
    label: 'libelle operation',
    memo: 'libelle court',
    amount: 'montant operation en euro',
  },
  days: 'french',
  above([row]) {
    return row !== undefined && isAccountLine(row.cells) ? aboveOf(row) : {}
  },
}

/** Whether the cells are those of an account's line. */
export function isAccountLine(cells: readonly string[]): boolean {
  return cells.length >= 6 && /^\*{4}\d{4}$/.test(cells[2] ?? '')
}

/** Four digits are not much: the account's name tells it from another that ends alike. */
function aboveOf({ cells, line }: CsvRow): Above {
  const [title = '', , number = '', day = '', , amount = ''] = cells
  const name = decodeTwice(title).slice(0, 300)
  const [date, cents] = [readFrenchDay(day), readFrenchCents(amount)]
  if (date === undefined || cents === undefined)
    throw new ConnectorError('bad-field', { line, field: 'solde' })
  return {
    account: { bankCode: '', branchCode: '', number, route: `${bnpParibas.id}|${plainWords(name)}` },
    ...(name === '' ? {} : { name }),
    balance: { cents, date, line },
  }
}
