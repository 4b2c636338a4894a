import { ConnectorError } from '../errors.ts'
import { linesOf } from '../formats/line.ts'
import { type CsvHead, readHead } from './csv-head.ts'
import { splitCells } from './csv-preamble.ts'
import { readMilli } from './power.ts'
import { qualityOfNature } from './quality.ts'
import { maxReadings } from './reading.ts'
import type { ElectricityRow } from './row.ts'
import { type Point, readSequence } from './sequence.ts'
import { readStamp } from './stamp.ts'
import { knownSteps } from './steps.ts'

const maxLineLength = 1000

/**
 * Reads the load curves that Enedis gives customers as CSV: semicolons, a preamble, a header row that
 * names `Horodate`, then one row a step, stamped at its end.
 *
 * @throws ConnectorError with the line.
 */
export function readCurveCsv(text: string): ElectricityRow[] {
  const lines = linesOf(text)
  const head = readHead(lines)
  const points: Point[] = []
  for (let index = head.headerIndex + 1; index < lines.length; index += 1) {
    const content = lines[index] ?? ''
    if (content.length > maxLineLength) throw new ConnectorError('too-long', { line: index + 1 })
    if (content.trim() !== '') points.push(readRow(splitCells(content), index + 1, head))
    if (points.length > maxReadings)
      throw new ConnectorError('too-many-records', { limit: String(maxReadings) })
  }
  if (points.length === 0) throw new ConnectorError('empty')
  return readSequence([points], head.meter, head.direction)
}

function readRow(cells: readonly string[], line: number, head: CsvHead): Point {
  const bad = (field: string): never => {
    throw new ConnectorError('bad-field', { line, field })
  }
  const { columns } = head
  if (cells.length <= Math.max(columns.stamp, columns.value)) throw new ConnectorError('truncated', { line })
  if (cells.slice(head.names.length).some((cell) => cell !== ''))
    throw new ConnectorError('malformed', { line })
  const cell = (column: number | undefined): string => (column === undefined ? '' : (cells[column] ?? ''))
  const end = readStamp(cell(columns.stamp)) ?? bad('Horodate')
  // One file, one series: a second meter, direction or unit would be added to the first.
  for (const [column, first] of head.constant) {
    if (cell(column) !== first) throw new ConnectorError('unsupported', { line, field: head.names[column] })
  }
  const value = cell(columns.value)
  const milli = value === '' ? null : (readMilli(value, head.perUnit) ?? bad('Valeur'))
  const step = cell(columns.step)
  const minutes = step === '' ? head.minutes : (readStep(step) ?? bad('Pas'))
  const nature = cell(columns.nature)
  const said = nature === '' ? head.quality : (qualityOfNature(nature) ?? bad('Nature'))
  const doubtful = !/^0?$/.test(cell(columns.likelihood))
  const quality = doubtful && said === 'measured' ? 'estimated' : said
  return { end, minutes, milli, energy: head.energy, quality, where: () => ({ line }) }
}

function readStep(text: string): number | undefined {
  const [, minutes] = /^(?:PT)?(\d{1,2})M?$/.exec(text) ?? []
  return knownSteps.includes(Number(minutes)) ? Number(minutes) : undefined
}
