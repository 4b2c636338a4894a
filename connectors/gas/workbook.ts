import { ConnectorError } from '../errors.ts'
import { plainWords } from '../formats/plain-words.ts'
import { readXlsx, readXlsxHead, type SheetRow } from '../formats/xlsx.ts'
import { frenchDay } from '../meters/day.ts'
import type { LeftOut } from '../meters/left-out.ts'
import type { Period } from '../meters/period.ts'
import { wholeMonths, wholeWeeks } from './edges.ts'
import { readPeriodWords } from './period-words.ts'
import { type Figures, readFigures } from './releve.ts'

/** Titles and the header stand within so many rows. */
const titleRows = 40

const columns: ReadonlyMap<string, keyof Figures | 'date' | 'dropped'> = new Map([
  ['date de releve', 'date'],
  ['index de debut de periode (m3)', 'indexDebut'],
  ['index de fin de periode (m3)', 'indexFin'],
  ['volume consomme (m3)', 'volumeBrutConsomme'],
  ['energie consommee (kwh)', 'energieConsomme'],
  ['coefficient de conversion', 'coeffConversion'],
  ['temperature locale (°c)', 'dropped'],
  ['qualification du releve', 'qualificationReleve'],
])

/** Whether a workbook is GRDF's: the header stands below the titles. */
export function isGrdfWorkbook(bytes: Uint8Array): boolean {
  try {
    return readXlsxHead(bytes, titleRows).some((rows) => headerOf(rows) >= 0)
  } catch {
    return false
  }
}

/**
 * Reads the workbook that GRDF's customer site exports, by day, week or month: all its rows are of one series.
 *
 * @throws ConnectorError with the line.
 */
export function readGrdfWorkbook(bytes: Uint8Array): (Period | LeftOut)[] {
  const rows = readXlsx(bytes).find((it) => headerOf(it) >= 0)
  const at = rows === undefined ? -1 : headerOf(rows)
  const header = rows?.[at]
  if (rows === undefined || header === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const names = header.cells.map(
    (cell) => columns.get(plainWords(cell)) ?? (cell === '' ? undefined : 'unknown'),
  )
  const known = names.filter((name) => name !== undefined)
  if (known.includes('unknown') || new Set(known).size < known.length) {
    throw new ConnectorError('unsupported', { line: header.line })
  }
  const { meter, exported } = readTitles(rows.slice(0, at))
  if (meter === undefined) throw new ConnectorError('missing-field', { line: 1, field: 'N° PCE' })
  const periods = rows
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map((row) => readRow(row, names, meter))
  const [first] = periods
  const other = periods.find(({ series }) => series !== first?.series)
  if (other !== undefined)
    throw new ConnectorError('unsupported', { line: other.line, field: 'Date de relevé' })
  if (first?.series === 'weekly') return wholeWeeks(periods, exported)
  return first?.series === 'monthly' ? wholeMonths(periods, exported) : periods
}

function headerOf(rows: readonly SheetRow[]): number {
  return rows.slice(0, titleRows).findIndex(({ cells }) => {
    const names = cells.map(plainWords)
    return names.includes('date de releve') && names.includes('energie consommee (kwh)')
  })
}

/** The meter and the day of the export, from the lines above the header. The address is not read. */
function readTitles(rows: readonly SheetRow[]): { meter: string | undefined; exported: string | undefined } {
  let meter: string | undefined
  let exported: string | undefined
  for (const { cells } of rows) {
    const words = cells.map(plainWords)
    const at = words.findIndex((word) => /^n° ?pce\b/.test(word))
    if (at >= 0)
      meter = words
        .slice(at)
        .join(' ')
        .match(/\b\d{14}\b/)?.[0]
    const [, day] = /\bexport du (\d{2}\/\d{2}\/\d{4})/.exec(words.join(' ')) ?? []
    if (day !== undefined) exported = frenchDay(day)
  }
  return { meter, exported }
}

function readRow({ cells, line }: SheetRow, names: readonly (string | undefined)[], meter: string): Period {
  const cell = (name: string): string | undefined => {
    const column = names.indexOf(name)
    return column < 0 ? undefined : (cells[column] ?? '')
  }
  if (cells.some((text, column) => text !== '' && names[column] === undefined)) {
    throw new ConnectorError('malformed', { line })
  }
  const days = readPeriodWords(cell('date') ?? '')
  if (days === undefined) throw new ConnectorError('bad-field', { line, field: 'Date de relevé' })
  const figures = readFigures(
    {
      volumeBrutConsomme: cell('volumeBrutConsomme'),
      energieConsomme: cell('energieConsomme'),
      indexDebut: cell('indexDebut'),
      indexFin: cell('indexFin'),
      coeffConversion: cell('coeffConversion'),
      qualificationReleve: cell('qualificationReleve'),
    },
    { line },
  )
  return { meter, direction: 'consumption', ...days, ...figures, line }
}
