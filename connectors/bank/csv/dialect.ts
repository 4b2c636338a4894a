import type { Bilingual } from '../../errors.ts'
import type { CsvRow } from '../../formats/csv.ts'
import type { AccountId } from '../rows.ts'

/** What a column holds. Columns that no role names are known, and passed over. */
export type Role =
  | 'bookingDate'
  | 'valueDate'
  | 'label'
  | 'memo'
  | 'moreMemo'
  | 'operationType'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'currency'
  | 'account'
  | 'accountName'
  | 'runningBalance'

/** What stands above the table. */
export interface Above {
  readonly account?: AccountId
  readonly name?: string
  readonly balance?: { readonly cents: number; readonly date: string; readonly line: number }
}

/** How a bank writes its table. Names of columns are plain words: no accents, no capitals. */
export interface Dialect {
  /** The layout's id. */
  readonly id: string
  readonly label: Bilingual
  /** All the columns of each age of the header, in their order. */
  readonly headers: readonly (readonly string[])[]
  readonly columns: Readonly<Partial<Record<Role, string>>>
  readonly days: 'french' | 'iso'
  /** How the debit column writes money that goes out, where there is one. */
  readonly debits?: 'negative' | 'positive'
  /** @throws ConnectorError for what is there and cannot be read. */
  above?(rows: readonly CsvRow[]): Above
}

/** Whether a row of plain words is a header of the dialect; the empty cells that trail behind it do not count. */
export function isHeaderOf({ headers }: Dialect, names: readonly string[]): boolean {
  const last = names.findLastIndex((name) => name !== '')
  const said = names.slice(0, last + 1).map((name) => name.replaceAll('’', "'"))
  return headers.some(
    (header) => header.length === said.length && header.every((name, at) => name === said[at]),
  )
}
