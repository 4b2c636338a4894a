import { ConnectorError } from '../errors.ts'
import { linesOf } from '../formats/line.ts'
import { plainWords } from '../formats/plain-words.ts'
import { addDays } from '../meters/day.ts'
import type { Period } from '../meters/period.ts'
import { thousandths } from '../meters/thousandths.ts'
import { localClock } from '../time/paris-time.ts'
import { activePower, readPreamble, splitCells } from './csv-preamble.ts'
import { directionOfWords } from './direction.ts'
import { indexReading } from './energy-period.ts'
import { qualityOfWords } from './quality.ts'
import type { Direction, Quality } from './reading.ts'
import { readStamp } from './stamp.ts'
import { readTariffs, type Tariffs } from './tariff-footer.ts'

const maxLineLength = 4000
const maxRows = 10_000

export const isIndexHeader = (names: readonly string[]): boolean =>
  names[0] === 'horodate' && names[1] === 'type de releve'

/**
 * Reads the index file that Enedis gives customers: each night, what the meter shows on each of its registers, in Wh; below, which
 * tariff class each register counted, and when. Registers that are not in use have empty cells.
 *
 * @throws ConnectorError with the line.
 */
export function readIndexCsv(text: string): Period[] {
  const lines = linesOf(text)
  const at = lines.slice(0, 30).findIndex((line) => isIndexHeader(splitCells(line).map(plainWords)))
  const end = lines.findIndex((line, index) => index > at && plainWords(line).startsWith('periode;'))
  const rows = lines.slice(at + 1, end < 0 ? lines.length : end)
  if (rows.length > maxRows) throw new ConnectorError('too-many-records', { limit: String(maxRows) })
  const head = readHead(lines, at)
  const tariffs = end < 0 ? [] : readTariffs(lines.slice(end + 1), end + 2)
  return rows.flatMap((line, index) =>
    line.trim() === '' ? [] : readRow(line, at + index + 2, head, tariffs),
  )
}

interface Head {
  readonly meter: string
  readonly direction: Direction
  readonly quality: Quality
  readonly perUnit: 1 | 1000
  /** By column; the first two hold the time and its kind. */
  readonly registers: readonly string[]
}

function readHead(lines: readonly string[], at: number): Head {
  const said = readPreamble(lines.slice(0, at))
  const unsupported = (field: string): never => {
    throw new ConnectorError('unsupported', { line: 1, field })
  }
  const meter = said.get('identifiant prm') ?? ''
  if (!/^\d{14}$/.test(meter))
    throw new ConnectorError('missing-field', { line: 1, field: 'Identifiant PRM' })
  if (plainWords(said.get('type de donnees') ?? '') !== 'index') unsupported('Type de donnees')
  if (!activePower.has(plainWords(said.get('grandeur physique') ?? ''))) unsupported('Grandeur physique')
  const unit = plainWords(said.get('unite') ?? '')
  if (unit === '') throw new ConnectorError('missing-field', { line: 1, field: 'Unite' })
  const registers = splitCells(lines[at] ?? '').map((name) => name.toUpperCase())
  const isKnown = registers.every(
    (name, column) => column < 2 || /^EA[SI] (F([1-9]|10)|D[1-4]|T)$/.test(name),
  )
  if (!isKnown || new Set(registers).size < registers.length)
    throw new ConnectorError('unsupported', { line: at + 1 })
  return {
    meter,
    direction: directionOfWords(said.get('grandeur metier') ?? '') ?? unsupported('Grandeur metier'),
    quality: qualityOfWords(said.get('etape metier') ?? '') ?? unsupported('Etape metier'),
    perUnit: unit === 'kwh' ? 1000 : unit === 'wh' ? 1 : unsupported('Unite'),
    registers,
  }
}

function readRow(text: string, line: number, head: Head, tariffs: Tariffs): Period[] {
  if (text.length > maxLineLength) throw new ConnectorError('too-long', { line })
  const { meter, direction, quality, perUnit, registers } = head
  const cells = splitCells(text)
  if (cells.length < 3) throw new ConnectorError('truncated', { line })
  if (cells.slice(registers.length).some((cell) => cell !== ''))
    throw new ConnectorError('malformed', { line })
  if (plainWords(cells[1] ?? '') !== 'arrete quotidien')
    throw new ConnectorError('unsupported', { line, field: 'Type de releve' })
  const stamp = readStamp(cells[0] ?? '')
  if (stamp?.offset === undefined) throw new ConnectorError('bad-field', { line, field: 'Horodate' })
  const instant = stamp.local - stamp.offset * 60_000
  const day = dayClosedAt(instant)
  if (day === undefined) throw new ConnectorError('unsupported', { line, field: 'Horodate' })
  return cells.slice(2).flatMap((cell, at) => {
    const register = registers[at + 2]
    if (cell === '' || register === undefined) return []
    const milliWh = thousandths(cell, perUnit)
    if (milliWh === undefined) throw new ConnectorError('bad-field', { line, field: register })
    const tariffClass = tariffs.find(({ from, to }) => from < instant && instant <= to)?.classes.get(register)
    return [indexReading(day, { meter, direction, register, tariffClass, milliWh, quality, line })]
  })
}

/** Indexes are taken at midnight of one clock all year, so that half the year the stamp reads 23:00 or 01:00. */
function dayClosedAt(instant: number): string | undefined {
  const local = localClock(instant)
  const nearest = new Date(local + 3_600_000).toISOString().slice(0, 10)
  const isNight = Math.abs(local - Date.parse(`${nearest}T00:00:00Z`)) <= 3_600_000
  return isNight ? addDays(nearest, -1) : undefined
}
