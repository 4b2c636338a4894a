import { ConnectorError } from '../errors.ts'
import { type CsvRow, readCsv } from '../formats/csv.ts'
import { plainWords } from '../formats/plain-words.ts'
import { frenchDay, isDay } from '../meters/day.ts'
import type { PeriodQuality } from '../meters/period.ts'
import { thousandths } from '../meters/thousandths.ts'
import type { DayRow } from './day-row.ts'
import { litresOf, readDayVolume } from './unit.ts'

export const isWaterHeader = (names: readonly string[]): boolean =>
  names[0] === 'date de releve' && names.some((name) => name.startsWith('consommation du jour ('))

interface Columns {
  readonly day: number
  readonly index: number
  readonly indexUnit: 1 | 1000
  readonly volume: number
  readonly volumeUnit: 1 | 1000
  readonly quality: number
  readonly count: number
}

/**
 * Reads the history of index readings that a water service's site exports: one row a day, the unit in the column's name.
 *
 * @throws ConnectorError with the line.
 */
export function readWaterCsv(text: string): DayRow[] {
  const table = readCsv(text, isWaterHeader)
  if (table === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const columns = readColumns(table.names, table.headerLine)
  return table.rows.map((row) => readRow(row, columns))
}

function readColumns(names: readonly string[], line: number): Columns {
  const measured = (what: string): { at: number; litres: 1 | 1000 } => {
    const found = names.flatMap((name, at) => {
      const [, unit] = new RegExp(`^${what} \\((.+)\\)$`).exec(name) ?? []
      return unit === undefined ? [] : [{ at, unit }]
    })
    const [column] = found
    if (column === undefined || found.length > 1)
      throw new ConnectorError('unsupported', { line, field: what })
    const litres = litresOf(column.unit)
    if (litres === undefined) throw new ConnectorError('unsupported', { line, field: what })
    return { at: column.at, litres }
  }
  const [index, volume] = [measured('index releve'), measured('consommation du jour')]
  const quality = names.indexOf('index mesure/estime')
  if (quality < 0 || names.filter((name) => name !== '').length !== 4)
    throw new ConnectorError('unsupported', { line })
  return {
    day: 0,
    index: index.at,
    indexUnit: index.litres,
    volume: volume.at,
    volumeUnit: volume.litres,
    quality,
    count: names.length,
  }
}

function readRow({ cells, line }: CsvRow, columns: Columns): DayRow {
  const bad = (field: string): never => {
    throw new ConnectorError('bad-field', { line, field })
  }
  if (cells.length < 4) throw new ConnectorError('truncated', { line })
  if (cells.slice(columns.count).some((cell) => cell !== '')) throw new ConnectorError('malformed', { line })
  const cell = (column: number): string => cells[column] ?? ''
  const index = cell(columns.index)
  const volume = cell(columns.volume)
  return {
    day: readReadingDay(cell(columns.day)) ?? bad('Date de relevé'),
    index: index === '' ? undefined : (thousandths(index, columns.indexUnit) ?? bad('Index relevé')),
    volume: volume === '' ? null : (readDayVolume(volume, columns.volumeUnit) ?? bad('Consommation du jour')),
    leak: undefined,
    quality: readQuality(cell(columns.quality)) ?? bad('Index Mesuré/Estimé'),
    register: undefined,
    line,
  }
}

/** `13/05/2026 12:00`, `13/05/2026`, `2026-05-13 12:00:00`: the day on which it was read. */
function readReadingDay(text: string): string | undefined {
  const [, day = ''] = /^(\S{10})(?: ([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/.exec(text) ?? []
  return frenchDay(day) ?? (isDay(day) ? day : undefined)
}

function readQuality(words: string): PeriodQuality | undefined {
  const plain = plainWords(words)
  if (plain === 'mesure') return 'measured'
  return plain === 'estime' ? 'estimated' : undefined
}
