import { ConnectorError } from '../../errors.ts'
import { type CsvTable, readCsv } from '../../formats/csv.ts'
import { accountKey, accountOfRoute } from '../account-id.ts'
import { withKeys } from '../record-keys.ts'
import type { AccountRow, BalanceRow, BankRow } from '../rows.ts'
import { bnpParibas, isAccountLine } from './bnp-paribas.ts'
import type { Above, Dialect } from './dialect.ts'
import { dialectOf } from './dialects.ts'
import { cellsOf, headerLine } from './sniff.ts'
import { type ReadLine, readLines } from './table.ts'

/**
 * Reads a French bank's table: the account and the balance that it names, and its operations, the earliest first.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseCsv(text: string): BankRow[] {
  const { table, dialect } = recognise(text)
  const above = dialect.above?.(table.preamble) ?? {}
  const lines = readLines(
    table,
    dialect,
    above.account ?? accountOfRoute(dialect.id),
    !/[\r\n]/.test(text.slice(text.trimEnd().length)),
  )
  if (lines.length === 0) throw new ConnectorError('empty')
  const rows: BankRow[] = [...accountsOf(lines, above), ...balancesOf(lines, above)]
  for (const row of withKeys(
    lines.map(({ draft }) => draft),
    dialect.id,
  ))
    rows.push(row)
  return rows
}

function recognise(text: string): { table: CsvTable; dialect: Dialect } {
  const table = readCsv(text, (names) => dialectOf(names) !== undefined)
  const dialect = table && dialectOf(table.names)
  if (table !== undefined && dialect !== undefined) return { table, dialect }
  const headless = readCsv(text, isAccountLine)
  if (headless?.headerLine !== 1) throw new ConnectorError('unknown-layout', { line: headerLine(text) })
  const line = { cells: cellsOf(text.split(/[\r\n]/, 1)[0] ?? '', ';'), line: 1 }
  const names = bnpParibas.headers[0] ?? []
  return { table: { ...headless, names, preamble: [line] }, dialect: bnpParibas }
}

/** One row an account that the file names. */
function accountsOf(lines: readonly ReadLine[], { name }: Above): AccountRow[] {
  const accounts = new Map<string, AccountRow>()
  for (const { draft, accountName = name } of lines) {
    const { account, currency, line } = draft
    const key = accountKey(account)
    if (account.number === '' || accounts.has(key)) continue
    const named = accountName === undefined ? {} : { name: accountName }
    accounts.set(key, { type: 'account', account, ...named, currency, line })
  }
  return [...accounts.values()]
}

/** The balance above the table, or the one beside the latest operation, where days tell which that is. */
function balancesOf(lines: readonly ReadLine[], { balance }: Above): BalanceRow[] {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return []
  const { account, currency, bookingDate, line } = last.draft
  const row = { type: 'balance', kind: 'ledger', account, currency } as const
  if (balance !== undefined)
    return [{ ...row, amountCents: balance.cents, date: balance.date, line: balance.line }]
  if (last.balanceCents === undefined || first.draft.bookingDate === bookingDate) return []
  return [{ ...row, amountCents: last.balanceCents, date: bookingDate, line }]
}
