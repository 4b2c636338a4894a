import { ConnectorError } from '../errors.ts'
import { euroColumn, readEuros } from '../money/euros.ts'
import { type CsvRow, readCsv } from './csv.ts'

/** A row of a French CSV, read by the names of its columns in plain words, the currency that they name left out. */
export interface FrenchRow {
  readonly line: number
  /** @throws ConnectorError `too-long`. */
  text(field: string, maxLength?: number): string | undefined
  /** @throws ConnectorError as `text`, and `bad-field` when `read` gives nothing. */
  read<T>(field: string, read: (text: string) => T | undefined): T | undefined
  /** Integer cents. @throws ConnectorError as `read`; a currency that neither column nor cell names is a bad field. */
  euros(field: string): number | undefined
  /** @throws ConnectorError `missing-field` when the value is undefined. */
  needed<T>(field: string, value: T | undefined): T
}

interface Column {
  readonly name: string
  readonly euros: boolean
}

/**
 * Rows below the header, each as long as it.
 *
 * @param known the columns there may be, in plain words; any other might be a second amount.
 * @throws ConnectorError `unknown-layout`, `unsupported` (a column), `truncated`, `malformed`.
 */
export function readFrenchTable(
  text: string,
  known: ReadonlySet<string>,
  isHeader: (names: readonly string[]) => boolean,
): FrenchRow[] {
  const table = readCsv(text, (names) => isHeader(names.map((name) => euroColumn(name).name)))
  if (table === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const { names, headerLine, rows } = table
  const columns = names.map(euroColumn)
  const seen = new Set<string>()
  for (const { name } of columns) {
    if (!known.has(name) || seen.has(name)) throw new ConnectorError('unsupported', { line: headerLine })
    seen.add(name)
  }
  return rows.map((row, at) => {
    if (row.cells.length < names.length && at === rows.length - 1) {
      throw new ConnectorError('truncated', { line: row.line })
    }
    if (row.cells.length !== names.length) throw new ConnectorError('malformed', { line: row.line })
    return frenchRow(row, columns)
  })
}

function frenchRow({ cells, line }: CsvRow, columns: readonly Column[]): FrenchRow {
  const text = (field: string, maxLength = 300): string | undefined => {
    const cell = cells[columns.findIndex(({ name }) => name === field)] ?? ''
    if (cell.length > maxLength)
      throw new ConnectorError('too-long', { line, field, limit: String(maxLength) })
    return cell === '' ? undefined : cell
  }
  const read = <T>(field: string, as: (told: string) => T | undefined): T | undefined => {
    const told = text(field)
    if (told === undefined) return undefined
    const value = as(told)
    if (value === undefined) throw new ConnectorError('bad-field', { line, field })
    return value
  }
  return {
    line,
    text,
    read,
    euros(field) {
      const column = columns.find(({ name }) => name === field)
      return read(field, (told) => readEuros(told, column?.euros === true))
    },
    needed(field, value) {
      if (value === undefined) throw new ConnectorError('missing-field', { line, field })
      return value
    },
  }
}
