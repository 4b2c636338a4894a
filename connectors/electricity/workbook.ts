import { ConnectorError } from '../errors.ts'
import { plainWords } from '../formats/plain-words.ts'
import { readXlsx, readXlsxHead, type SheetRow } from '../formats/xlsx.ts'
import { frenchDay } from '../meters/day.ts'
import type { Period } from '../meters/period.ts'
import { thousandths } from '../meters/thousandths.ts'
import { instantsOf } from '../time/paris-time.ts'
import { energyPeriod } from './energy-period.ts'
import { readMilli } from './power.ts'
import { qualityOfWords } from './quality.ts'
import type { Quality } from './reading.ts'
import type { ElectricityRow } from './row.ts'
import { type Point, readSequence } from './sequence.ts'
import { shownStep } from './shown-step.ts'

const curve = ['debut', 'fin', 'valeur (en kw)']
const daily = ['date', 'valeur (en kwh)']

/** Titles, the meter and the header stand within so many rows. */
const titleRows = 60

interface Table {
  readonly titles: readonly SheetRow[]
  readonly rows: readonly SheetRow[]
  /** Where its columns begin; the sheets leave some empty on the left. */
  readonly column: number
  readonly isCurve: boolean
}

/** Whether a workbook is one that Enedis' customer space exports. */
export function isEnedisWorkbook(bytes: Uint8Array): boolean {
  try {
    return readXlsxHead(bytes, titleRows).some((rows) => tableOf(rows) !== undefined)
  } catch {
    return false
  }
}

/**
 * Reads the workbook of Enedis' customer space: a week of half-hours (`Début`, `Fin`, `Valeur (en kW)`) or days (`Date`,
 * `Valeur (en kWh)`). The step is each row's own, and may change within the file.
 *
 * @throws ConnectorError with the row.
 */
export function readEnedisWorkbook(bytes: Uint8Array): ElectricityRow[] {
  const sheets = readXlsx(bytes).map((rows) => ({ rows, table: tableOf(rows) }))
  const [table, second] = sheets.flatMap((sheet) => sheet.table ?? [])
  if (table === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  if (second !== undefined) throw new ConnectorError('unsupported', { line: second.rows[0]?.line })
  const titles = sheets.flatMap((sheet) => sheet.table?.titles ?? sheet.rows.slice(0, titleRows))
  const { meter, quality } = readTitles(titles)
  if (table.isCurve) return readSequence([readPoints(table, quality)], meter, 'consumption', 'start')
  return readDays(table, meter, quality)
}

function tableOf(rows: readonly SheetRow[]): Table | undefined {
  for (const [at, { cells }] of rows.slice(0, titleRows).entries()) {
    const words = cells.map(plainWords)
    for (const [names, isCurve] of [[curve, true] as const, [daily, false] as const]) {
      const column = words.findIndex(
        (word, index) => word === names[0] && names.every((name, n) => words[index + n] === name),
      )
      if (column >= 0) return { titles: rows.slice(0, at), rows: rows.slice(at + 1), column, isCurve }
    }
  }
  return undefined
}

/** The meter's number stands beside its label; `Brutes`, `Corrigées` or `Estimées` says what the values are. */
function readTitles(rows: readonly SheetRow[]): { meter: string; quality: Quality } {
  let meter: string | undefined
  let quality: Quality = 'measured'
  for (const { cells, line } of rows) {
    const words = cells.map(plainWords)
    const number =
      words.find((word) => /^\d{14}$/.test(word)) ??
      words.join(' ').match(/\b(?:prm|mesure) ?:? ?(\d{14})\b/)?.[1]
    if (number !== undefined && meter !== undefined && number !== meter)
      throw new ConnectorError('contradiction', { line })
    meter ??= number
    const stage = words.find((word) => /^((donnees|mesures?) )?(brute|corrigee|estimee)s?$/.test(word))
    if (stage !== undefined) quality = qualityOfWords(stage) ?? quality
    if (words.some((word) => /^production|^injection/.test(word)))
      throw new ConnectorError('unsupported', { line })
  }
  if (meter === undefined)
    throw new ConnectorError('missing-field', { line: 1, field: 'Point Référence Mesure' })
  return { meter, quality }
}

function readPoints({ rows, column }: Table, quality: Quality): Point[] {
  let last: number | undefined
  return rows.flatMap(({ cells, line }) => {
    if (cells.every((cell) => cell === '')) return []
    const bad = (field: string): never => {
      throw new ConnectorError('bad-field', { line, field })
    }
    const start = readLocal(cells[column] ?? '') ?? bad('Début')
    const end = readLocal(cells[column + 1] ?? '') ?? bad('Fin')
    const milli = readValue(cells[column + 2] ?? '', (text) => readMilli(text, 1000)) ?? bad('Valeur')
    // The hour that March skips is listed without values: it never was, and is no gap.
    if (milli === 'none' && instantsOf(start).length === 0) return []
    const minutes = shownStep(start, end, last) ?? bad('Fin')
    last = minutes
    return [
      {
        end: { local: start, offset: undefined },
        minutes,
        milli: milli === 'none' ? null : milli,
        energy: false,
        quality,
        where: () => ({ line }),
      },
    ]
  })
}

function readDays({ rows, column }: Table, meter: string, quality: Quality): Period[] {
  return rows.flatMap(({ cells, line }) => {
    if (cells.every((cell) => cell === '')) return []
    const day = frenchDay(cells[column] ?? '')
    if (day === undefined) throw new ConnectorError('bad-field', { line, field: 'Date' })
    const value = readValue(cells[column + 1] ?? '', (text) => thousandths(text, 1000))
    if (value === undefined) throw new ConnectorError('bad-field', { line, field: 'Valeur' })
    const milliWh = value === 'none' ? null : value
    return [energyPeriod('daily', [day, day], { meter, direction: 'consumption', milliWh, quality, line })]
  })
}

/** A number, stored as text with a comma or as the number itself; `none` where the sheet says that there is no value. */
function readValue(cell: string, read: (text: string) => number | undefined): number | 'none' | undefined {
  if (/^(na|donnees indisponibles?|-)?$/.test(plainWords(cell))) return 'none'
  return read(/^\d+\.\d{7,}(e-\d+)?$/i.test(cell) ? Number(cell).toFixed(6) : cell)
}

/** `26/10/2025 02:30:00`, as the epoch of the same digits in UTC. */
function readLocal(text: string): number | undefined {
  const [, date = '', time] = /^(\d{2}\/\d{2}\/\d{4}) (([01]\d|2[0-3]):[0-5]\d)(?::00)?$/.exec(text) ?? []
  const day = frenchDay(date)
  return day === undefined ? undefined : Date.parse(`${day}T${time}:00Z`)
}
