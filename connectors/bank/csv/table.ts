import { ConnectorError } from '../../errors.ts'
import type { CsvRow, CsvTable } from '../../formats/csv.ts'
import { readCurrency } from '../../money/currency.ts'
import { accountOfText } from '../account-id.ts'
import type { Draft } from '../record-keys.ts'
import type { AccountId } from '../rows.ts'
import { readFrenchCents } from './amount.ts'
import { readFrenchDay, readIsoDay } from './day.ts'
import type { Dialect, Role } from './dialect.ts'

/** One line of a table. */
export interface ReadLine {
  readonly draft: Draft
  readonly accountName?: string
  /** What stood on the account after it. */
  readonly balanceCents?: number
}

/**
 * The operations of a table, the earliest first, whichever way round the bank wrote them: ranks among equals must not
 * depend on what a later file adds at the top.
 *
 * @param account whose they are, where the lines do not say it.
 * @param unended the text ends without a line's end: its last amount may be cut.
 * @throws ConnectorError with the line and the column.
 */
export function readLines(
  { names, rows }: CsvTable,
  dialect: Dialect,
  account: AccountId,
  unended: boolean,
): ReadLine[] {
  const width = names.length
  const columns = new Map(
    Object.entries(dialect.columns).flatMap(([role, name]) => {
      const at = names.findIndex((it) => it.replaceAll('’', "'") === name)
      return at < 0 ? [] : [[role as Role, { at, name }] as const]
    }),
  )
  const lines = rows.map((row, index) => {
    const { cells, line } = row
    if (cells.length < filled(names) || cells.slice(width).some((cell) => cell !== '')) {
      throw new ConnectorError(index === rows.length - 1 && unended ? 'truncated' : 'malformed', { line })
    }
    return readLine(new Line(row, columns), dialect, account)
  })
  if (unended) refuseCutAmount(rows.at(-1), columns, filled(names))
  const [first, final] = [lines[0], lines.at(-1)]
  const newestFirst = first && final && first.draft.bookingDate > final.draft.bookingDate
  return newestFirst ? lines.reverse() : lines
}

type Columns = ReadonlyMap<Role, { readonly at: number; readonly name: string }>

/** An amount that ends the text without its two decimals may have had more of them. */
function refuseCutAmount(row: CsvRow | undefined, columns: Columns, width: number): void {
  const ends = amounts.some((role) => columns.get(role)?.at === width - 1)
  const last = row?.cells[width - 1] ?? ''
  if (ends && row?.cells.length === width && last !== '' && !/,\d\d$/.test(last)) {
    throw new ConnectorError('truncated', { line: row.line })
  }
}

const amounts: readonly Role[] = ['amount', 'debit', 'credit', 'runningBalance']

/** The cells of a row by what they hold. */
class Line {
  readonly line: number
  readonly #cells: readonly string[]
  readonly #columns: Columns

  constructor({ cells, line }: CsvRow, columns: Columns) {
    this.line = line
    this.#cells = cells
    this.#columns = columns
  }

  has(role: Role): boolean {
    return this.#columns.has(role)
  }

  text(role: Role, limit = 300): string | undefined {
    const column = this.#columns.get(role)
    const text = column && this.#cells[column.at]?.replace(/\s+/g, ' ').trim()
    if (text === undefined || text === '') return undefined
    if (text.length > limit) this.fail('too-long', role)
    return text
  }

  read<T>(role: Role, read: (text: string) => T | undefined): T | undefined {
    const text = this.text(role)
    return text === undefined ? undefined : (read(text) ?? this.fail('bad-field', role))
  }

  fail(code: 'missing-field' | 'bad-field' | 'too-long', role: Role): never {
    throw new ConnectorError(code, { line: this.line, field: this.#columns.get(role)?.name ?? role })
  }
}

function readLine(line: Line, dialect: Dialect, route: AccountId): ReadLine {
  const day = dialect.days === 'iso' ? readIsoDay : readFrenchDay
  const valueDate = line.read('valueDate', day)
  const operationType = line.text('operationType', 64)?.toLowerCase()
  const words = [line.text('label'), line.text('memo', 1000), line.text('moreMemo', 1000), operationType]
  const [label = line.fail('missing-field', 'label'), ...rest] = new Set(
    words.filter((it) => it !== undefined),
  )
  const memo = rest.filter((text) => text !== operationType && !label.includes(text)).join(' / ')
  if (label.length > 300) line.fail('too-long', 'label')
  if (memo.length > 1000) line.fail('too-long', 'memo')
  const named = line.text('account', 34)
  if (named === undefined && dialect.columns.account !== undefined) line.fail('missing-field', 'account')
  const accountName = line.text('accountName')
  const balanceCents = line.read('runningBalance', readFrenchCents)
  return {
    draft: {
      type: 'operation',
      account: named === undefined ? route : accountOfText(named),
      bookingDate: line.read('bookingDate', day) ?? line.fail('missing-field', 'bookingDate'),
      ...(valueDate === undefined ? {} : { valueDate }),
      amountCents: amountOf(line, dialect),
      currency: line.read('currency', readCurrency) ?? currencyOf(line, dialect),
      label,
      ...(memo === '' ? {} : { memo }),
      ...(operationType === undefined ? {} : { operationType }),
      line: line.line,
    },
    ...(accountName === undefined ? {} : { accountName }),
    ...(balanceCents === undefined ? {} : { balanceCents }),
  }
}

/** One signed column, or one for each way, of which exactly one is filled. */
function amountOf(line: Line, { debits }: Dialect): number {
  if (line.has('amount')) return line.read('amount', readFrenchCents) ?? line.fail('missing-field', 'amount')
  const [debit, credit] = [line.read('debit', readFrenchCents), line.read('credit', readFrenchCents)]
  if (debit === undefined)
    return credit === undefined || credit < 0 ? line.fail('bad-field', 'credit') : credit
  const out = debits === 'negative' ? debit : -debit
  if (credit !== undefined || out > 0) line.fail('bad-field', 'debit')
  return out === 0 ? 0 : out
}

/** Where no column says the currency, the layout is of accounts in euros. */
function currencyOf(line: Line, { columns }: Dialect): string {
  return columns.currency === undefined ? 'EUR' : line.fail('missing-field', 'currency')
}

function filled(names: readonly string[]): number {
  return names.findLastIndex((name) => name !== '') + 1
}
