import { ConnectorError } from '../errors.ts'
import { type CsvRow, type CsvTable, readCsv } from '../formats/csv.ts'
import { readMode } from './modes.ts'
import type { ValidationRow } from './rows.ts'
import { readIsoDay, readParisClock, type Stamp } from './stamp.ts'

const columns = {
  date: ['date', 'date de validation', 'date validation', 'date et heure', 'date heure'],
  time: ['heure', 'heure de validation'],
  line: ['ligne'],
  stop: ['arret', 'station', 'arret de validation', 'nom arret'],
  mode: ['mode', 'mode de transport'],
} as const
type Column = keyof typeof columns

const at = (names: readonly string[], column: Column): number =>
  names.findIndex((name) => (columns[column] as readonly string[]).includes(name))

/** A day, a stop, and a line or a mode: no other partner's list has them. */
export function isValidationHeader(names: readonly string[]): boolean {
  const has = (column: Column): boolean => at(names, column) >= 0
  return has('date') && has('stop') && (has('line') || has('mode'))
}

/**
 * Reads a list of validations on public transport. The number of the card and the name of the ticket are not looked at.
 *
 * @throws ConnectorError with the line.
 */
export function readValidations(text: string): ValidationRow[] {
  const table = readCsv(text, isValidationHeader)
  if (table === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const ranks = new Map<string, number>()
  const rows = table.rows.map((row) => {
    const { key, ...validation } = readRow(row, table)
    const rank = (ranks.get(key) ?? 0) + 1
    ranks.set(key, rank)
    return { ...validation, key: `${key}/${rank}` }
  })
  if (rows.length === 0) throw new ConnectorError('empty')
  return rows
}

function readRow({ cells, line }: CsvRow, { names }: CsvTable): ValidationRow {
  if (cells.slice(names.length).some((cell) => cell !== '')) throw new ConnectorError('malformed', { line })
  if (cells.length < names.length && cells.length < 3) throw new ConnectorError('truncated', { line })
  const cell = (column: Column, max: number): string => {
    const index = at(names, column)
    const value = (index < 0 ? '' : (cells[index] ?? '')).replace(/\s+/g, ' ')
    if (value.length > max)
      throw new ConnectorError('too-long', { line, field: names[index], limit: String(max) })
    return value
  }
  const [date = '', ...rest] = cell('date', 40).split(' ')
  if (date === '') throw new ConnectorError('missing-field', { line, field: 'date' })
  const time = cell('time', 20) || rest.join(' ')
  const { day, instant, local } = readMoment(date, time, line)
  const [stop, on] = [cell('stop', 300), cell('line', 64)]
  return {
    type: 'validation',
    key: `${instant ?? local ?? day}/${on}/${stop}`,
    day,
    validatedAt: instant,
    localValidation: local,
    mode: readMode(cell('mode', 64)),
    line: on || undefined,
    stop: stop || undefined,
    sourceLine: line,
  }
}

function readMoment(date: string, time: string, line: number): Stamp {
  const [, dd, mm, yyyy] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(date) ?? []
  const day = readIsoDay(dd === undefined ? date : `${yyyy}-${mm}-${dd}`)
  if (day === undefined) throw new ConnectorError('bad-field', { line, field: 'date' })
  if (time === '') return { day }
  const [, hour, minute, second = '00'] = /^(\d\d?)[:hH](\d\d)(?::(\d\d))?$/.exec(time) ?? []
  const stamp = hour && readParisClock(`${day}T${hour.padStart(2, '0')}:${minute}:${second}`)
  if (!stamp) throw new ConnectorError('bad-field', { line, field: 'heure' })
  return stamp
}
