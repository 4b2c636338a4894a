import { ConnectorError } from '../errors.ts'
import { type CsvRow, type CsvTable, readCsv } from '../formats/csv.ts'
import { plainWords } from '../formats/plain-words.ts'
import { frenchDay, isDay, lastOfMonth } from '../meters/day.ts'
import type { Period } from '../meters/period.ts'
import { thousandths } from '../meters/thousandths.ts'
import { energyPeriod, indexReading } from './energy-period.ts'
import { qualityOfWords } from './quality.ts'

const direction = 'consumption'
/** Each has as many registers as the table has columns. */
const maxIndexes = 10_000

/** EDF's `ma-conso-quotidienne`: the energy of each day, in kWh. @throws ConnectorError with the line. */
export function readEdfDays(text: string, meter: string | undefined): Period[] {
  const table = tableOf(text, ['date de consommation', 'consommation (kwh)', 'nature de la donnee'])
  return table.rows.map((row) => {
    const [date = '', value = '', nature = ''] = cellsOf(row, 3)
    const day = frenchDay(date) ?? bad(row, 'Date de consommation')
    const milliWh = value === '' ? null : (thousandths(value, 1000) ?? bad(row, 'Consommation'))
    return energyPeriod('daily', [day, day], {
      meter,
      direction,
      milliWh,
      quality: qualityOf(nature, row),
      line: row.line,
    })
  })
}

/** EDF's `ma-conso-mensuelle`: the energy of each month, in kWh, under totals of years that are passed over. @throws ConnectorError with the line. */
export function readEdfMonths(text: string, meter: string | undefined): Period[] {
  const table = tableOf(text, ['periode de consommation', 'consommation (kwh)', 'nature de la donnee'])
  return table.rows.flatMap((row) => {
    const [period = '', value = '', nature = ''] = cellsOf(row, 3)
    if (/^annee 20\d\d$/.test(plainWords(period))) return []
    const [, month, year] = /^(\d{2})\/(\d{4})$/.exec(period) ?? []
    const first = `${year}-${month}-01`
    if (!isDay(first)) return bad(row, 'Période de consommation')
    const milliWh = value === '' ? null : (thousandths(value, 1000) ?? bad(row, 'Consommation'))
    const days = [first, lastOfMonth(first.slice(0, 7))] as const
    return [
      energyPeriod('monthly', days, {
        meter,
        direction,
        milliWh,
        quality: qualityOf(nature, row),
        line: row.line,
      }),
    ]
  })
}

export const isIndexesHeader = ([date = '', kind = '']: readonly string[]): boolean =>
  /^date de rel.{1,3}ve de l.{1,3}index$/.test(date) && /^type d.{1,3}index$/.test(kind)

/** EDF's `mes-index-elec`: on some days, what the meter showed on each register, in kWh. @throws ConnectorError with the line. */
export function readEdfIndexes(text: string, meter: string | undefined): Period[] {
  const table = readCsv(text, isIndexesHeader)
  if (table === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  if (table.rows.length > maxIndexes)
    throw new ConnectorError('too-many-records', { limit: String(maxIndexes) })
  const registers = table.names.map((name) => /^index (.{1,50}) \(kwh\)$/.exec(name)?.[1])
  const isKnown = table.names.every((name, at) => at < 2 || name === '' || registers[at] !== undefined)
  if (!isKnown || registers.length > 22) throw new ConnectorError('unsupported', { line: table.headerLine })
  return table.rows.flatMap((row) => {
    const cells = cellsOf(row, registers.length)
    const [date = '', kind = ''] = cells
    const day = frenchDay(date) ?? bad(row, 'Date de relevé')
    const quality = indexQualities.get(plainWords(kind))
    if (quality === undefined)
      throw new ConnectorError('unsupported', { line: row.line, field: 'Type d’index' })
    return registers.flatMap((register, at) => {
      const cell = cells[at] ?? ''
      if (register === undefined || cell === '') return []
      const milliWh = thousandths(cell, 1000) ?? bad(row, 'Index')
      return [indexReading(day, { meter, direction, register, milliWh, quality, line: row.line })]
    })
  })
}

const indexQualities: ReadonlyMap<string, 'measured' | 'estimated'> = new Map([
  ['index transmis par le distributeur', 'measured'],
  ['index releve', 'measured'],
  ['index reel', 'measured'],
  ['index estime', 'estimated'],
])

function tableOf(text: string, names: readonly string[]): CsvTable {
  const table = readCsv(text, (found) => names.every((name, at) => found[at] === name))
  if (table === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  if (table.names.slice(names.length).some((name) => name !== '')) {
    throw new ConnectorError('unsupported', { line: table.headerLine })
  }
  return table
}

function cellsOf({ cells, line }: CsvRow, count: number): readonly string[] {
  if (cells.length < 2) throw new ConnectorError('truncated', { line })
  if (cells.slice(count).some((cell) => cell !== '')) throw new ConnectorError('malformed', { line })
  return cells
}

function qualityOf(words: string, { line }: CsvRow) {
  const quality = qualityOfWords(words)
  if (quality === undefined) throw new ConnectorError('unsupported', { line, field: 'Nature de la donnée' })
  return quality
}

function bad({ line }: CsvRow, field: string): never {
  throw new ConnectorError('bad-field', { line, field })
}
