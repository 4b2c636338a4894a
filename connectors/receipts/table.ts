import { ConnectorError } from '../errors.ts'
import type { CsvTable } from '../formats/csv.ts'

/** One row of a table, by the plain words of its columns. Empty cells, and those that say so, are absent. */
export interface TableRow {
  readonly line: number
  /** @throws ConnectorError `too-long`. */
  text(column: string, maxLength?: number): string | undefined
  /** @throws ConnectorError as `text`, and `missing-field`. */
  needed(column: string, maxLength?: number): string
  /** @throws ConnectorError as `text`, and `bad-field`. */
  read<T>(column: string, read: (text: string) => T | undefined): T | undefined
  /** @throws ConnectorError as `read`, and `missing-field`. */
  neededAs<T>(column: string, read: (text: string) => T | undefined): T
}

/**
 * The rows below a header, each as wide as it.
 *
 * @param absent what a cell says where it has nothing to say.
 * @throws ConnectorError `unsupported` (a column twice), `truncated` (a row that is too short), `malformed` (too long).
 */
export function rowsOf({ names, headerLine, rows }: CsvTable, absent = ''): TableRow[] {
  const named = names.filter((name) => name !== '')
  if (new Set(named).size < named.length) throw new ConnectorError('unsupported', { line: headerLine })
  return rows.map(({ cells, line }) => {
    if (cells.length < names.length) throw new ConnectorError('truncated', { line })
    if (cells.slice(names.length).some((cell) => cell !== '')) throw new ConnectorError('malformed', { line })
    const text = (field: string, maxLength = 300): string | undefined => {
      const at = names.indexOf(field)
      const cell = at < 0 ? '' : (cells[at] ?? '').replace(/\s+/g, ' ')
      if (cell.length > maxLength)
        throw new ConnectorError('too-long', { line, field, limit: String(maxLength) })
      return cell === '' || cell === absent ? undefined : cell
    }
    const needed = (field: string, maxLength?: number): string => {
      const told = text(field, maxLength)
      if (told === undefined) throw new ConnectorError('missing-field', { line, field })
      return told
    }
    const readAs = <T>(field: string, told: string, read: (text: string) => T | undefined): T => {
      const value = read(told)
      if (value === undefined) throw new ConnectorError('bad-field', { line, field })
      return value
    }
    return {
      line,
      text,
      needed,
      read: (field, read) => {
        const told = text(field)
        return told === undefined ? undefined : readAs(field, told, read)
      },
      neededAs: (field, read) => readAs(field, needed(field), read),
    }
  })
}

/** A quantity of pieces or kilograms, at most three decimals; a point or a comma. */
export function readQuantity(text: string): number | undefined {
  return /^-?\d{1,9}(?:[.,]\d{1,3})?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}
