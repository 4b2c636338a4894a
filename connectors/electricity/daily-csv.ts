import { ConnectorError } from '../errors.ts'
import { linesOf } from '../formats/line.ts'
import { plainWords } from '../formats/plain-words.ts'
import { frenchDay, isDay } from '../meters/day.ts'
import type { Period } from '../meters/period.ts'
import { thousandths } from '../meters/thousandths.ts'
import { readPreamble, splitCells } from './csv-preamble.ts'
import { directionOfWords } from './direction.ts'
import { energyPeriod } from './energy-period.ts'
import { qualityOfWords } from './quality.ts'

const maxRows = 40_000
const values: ReadonlyMap<string, 1 | 1000> = new Map([
  ['valeur (en wh)', 1],
  ['valeur (en kwh)', 1000],
])

export const isDailyHeader = (names: readonly string[]): boolean =>
  names[0] === 'date' && values.has(names[1] ?? '')

/**
 * Reads the energy of each day that Enedis gives customers as CSV: `Date;Valeur (en Wh)` below the meter's number.
 *
 * @throws ConnectorError with the line.
 */
export function readDailyCsv(text: string): Period[] {
  const lines = linesOf(text)
  const at = lines.slice(0, 30).findIndex((line) => isDailyHeader(splitCells(line).map(plainWords)))
  const names = splitCells(lines[at] ?? '').map(plainWords)
  if (names.slice(2).some((name) => name !== '')) throw new ConnectorError('unsupported', { line: at + 1 })
  const perUnit = values.get(names[1] ?? '')
  const said = readPreamble(lines.slice(0, at))
  const meter = said.get('identifiant prm') ?? ''
  if (!/^\d{14}$/.test(meter))
    throw new ConnectorError('missing-field', { line: 1, field: 'Identifiant PRM' })
  const direction = directionOfWords(said.get('grandeur metier') ?? '')
  const quality = qualityOfWords(said.get('etape metier') ?? '')
  if (direction === undefined) throw new ConnectorError('unsupported', { line: 1, field: 'Grandeur metier' })
  if (quality === undefined) throw new ConnectorError('unsupported', { line: 1, field: 'Etape metier' })
  const rows = lines.slice(at + 1)
  if (rows.length > maxRows) throw new ConnectorError('too-many-records', { limit: String(maxRows) })
  return rows.flatMap((row, index) => {
    const line = at + index + 2
    if (row.trim() === '') return []
    const cells = splitCells(row)
    if (cells.length < 2) throw new ConnectorError('truncated', { line })
    if (cells.slice(2).some((cell) => cell !== '')) throw new ConnectorError('malformed', { line })
    const [date = '', value = ''] = cells
    const day = frenchDay(date) ?? (isDay(date) ? date : undefined)
    if (day === undefined) throw new ConnectorError('bad-field', { line, field: 'Date' })
    const milliWh = value === '' ? null : thousandths(value, perUnit ?? 1)
    if (milliWh === undefined) throw new ConnectorError('bad-field', { line, field: 'Valeur' })
    return [energyPeriod('daily', [day, day], { meter, direction, milliWh, quality, line })]
  })
}
