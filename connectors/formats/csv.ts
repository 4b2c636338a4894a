import { parse } from 'csv-parse/sync'
import { ConnectorError } from '../errors.ts'
import { lineAt } from './line.ts'
import { withLineFeeds } from './line-feeds.ts'
import { plainWords } from './plain-words.ts'

export interface CsvRow {
  /** Without blanks at the ends. */
  readonly cells: readonly string[]
  /** The line on which it begins, from 1. */
  readonly line: number
}

export interface CsvTable {
  /** The names of the columns, as they are compared (`plainWords`). */
  readonly names: readonly string[]
  readonly headerLine: number
  /** What stands above the header. */
  readonly preamble: readonly CsvRow[]
  /** What stands below it, empty lines left out. */
  readonly rows: readonly CsvRow[]
}

const separators = [';', ',', '\t'] as const
const headRows = 40
const maxRecordBytes = 64 * 1024
const maxSeparators = 1000
const maxRows = 200_000
/** Each takes time and memory, an empty one too: sixteen megabytes of a table have fewer. */
const maxCells = 4_000_000
/** Rows that are not as wide as the first below the header. */
const maxUneven = 20_000

/**
 * Finds the header by its names, wherever it stands, with the one separator that shows it; `undefined` when there is none.
 * A quote within an unquoted cell is a character like another.
 *
 * @param isHeader told the plain words of a row's cells; the first row that it knows is the header.
 * @throws ConnectorError `malformed` (a quote that is never closed), `too-long` (a row beyond 64 KiB or a thousand cells), `too-many-records`.
 */
export function readCsv(told: string, isHeader: (names: readonly string[]) => boolean): CsvTable | undefined {
  const text = [...withLineFeeds(told)].join('')
  const long = longLine(text)
  for (const separator of separators) {
    const head = readRows(text.slice(0, long), separator, headRows)
    const at = head.findIndex(({ cells }) => isHeader(cells.map(plainWords)))
    const header = head[at]
    if (header === undefined) continue
    if (long !== undefined) throw new ConnectorError('too-long', { line: lineAt(text, long) })
    const rows = rowsBelow(text, separator, header.line, head[at + 1]?.line)
    if (rows.length > maxRows) throw new ConnectorError('too-many-records', { limit: String(maxRows) })
    return {
      names: header.cells.map(plainWords),
      headerLine: header.line,
      preamble: head.slice(0, at),
      rows,
    }
  }
  return undefined
}

/** From the first row on: of each that is not as wide as the first, the parser makes an error that nobody reads. */
function rowsBelow(text: string, separator: string, header: number, first: number | undefined): CsvRow[] {
  if (first !== undefined) return readRows(text.slice(startOf(text, first)), separator, maxRows + 1, first)
  return readRows(text.slice(startOf(text, header)), separator, maxRows + 2, header).slice(1)
}

/** Where a line begins that no row can hold: of separators alone, the parser would take minutes to say so. */
function longLine(text: string): number | undefined {
  let [start, count] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (char === '\n') [start, count] = [at + 1, 0]
    else if (char === ';' || char === ',' || char === '\t') count += 1
    if (count > maxSeparators || at - start > maxRecordBytes) return start
  }
  return undefined
}

/** Where a line begins, from 1. */
function startOf(text: string, line: number): number {
  let at = 0
  for (let passed = 1; passed < line; passed += 1) at = text.indexOf('\n', at) + 1
  return at
}

/** @param firstLine the line on which the text begins. */
function readRows(text: string, separator: string, to: number, firstLine = 1): CsvRow[] {
  const rows: CsvRow[] = []
  let [count, uneven, width] = [0, 0, -1]
  try {
    parse(text, {
      delimiter: separator,
      to,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: maxRecordBytes,
      record_delimiter: '\n',
      on_record: (record: readonly string[], { lines }) => {
        count += record.length
        if (width < 0) width = record.length
        else if (record.length !== width) uneven += 1
        if (uneven > maxUneven) throw new ConnectorError('malformed', { line: firstLine - 1 + lines })
        if (count > maxCells) throw new ConnectorError('too-many-records', { limit: String(maxCells) })
        const breaks = record.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0)
        rows.push({ cells: record.map((cell) => cell.trim()), line: firstLine - 1 + lines - breaks })
        return null
      },
    })
  } catch (error) {
    if (error instanceof ConnectorError) throw error
    const line = rows.at(-1)?.line
    const isLong = error instanceof Error && 'code' in error && error.code === 'CSV_MAX_RECORD_SIZE'
    throw new ConnectorError(isLong ? 'too-long' : 'malformed', {
      line: line === undefined ? firstLine : line + 1,
    })
  }
  return rows
}
