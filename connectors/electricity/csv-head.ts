import { ConnectorError } from '../errors.ts'
import { plainWords } from '../formats/plain-words.ts'
import { type CsvColumns, readColumns } from './csv-columns.ts'
import { activePower, readPreamble, splitCells } from './csv-preamble.ts'
import { directionOfWords } from './direction.ts'
import { qualityOfWords } from './quality.ts'
import type { Direction, Quality } from './reading.ts'
import { knownSteps } from './steps.ts'

/** What a curve's preamble and header row say. */
export interface CsvHead {
  readonly headerIndex: number
  readonly columns: CsvColumns
  readonly names: readonly string[]
  /** Columns that say what the series is (see `ofTheSeries`), with what the first row says there. */
  readonly constant: readonly (readonly [column: number, first: string])[]
  readonly meter: string
  readonly direction: Direction
  /** Minutes, when the whole file has one step and says it. */
  readonly minutes: number | undefined
  readonly quality: Quality
  /** 1000 when values are in kW. */
  readonly perUnit: 1 | 1000
  /** Values are energy over the step, not power. */
  readonly energy: boolean
}

const headLines = 30

/** The header's place and names, or `undefined` when the first lines hold none. */
export function findHeader(lines: readonly string[]): { index: number; names: string[] } | undefined {
  for (let index = 0; index < Math.min(lines.length, headLines); index += 1) {
    const names = splitCells(lines[index] ?? '').map(plainWords)
    if (names.some((name) => name.startsWith('horodate'))) return { index, names }
  }
  return undefined
}

/** @throws ConnectorError when the file is not a curve, or does not say whose, or in which unit. */
export function readHead(lines: readonly string[]): CsvHead {
  const header = findHeader(lines)
  if (header === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const { index, names } = header
  const line = index + 1
  const columns = readColumns(names, line)
  const firstRow = splitCells(lines[index + 1] ?? '')
  const said = readPreamble(lines.slice(0, index))
  const about = (name: string): string => said.get(name) ?? firstRow[names.indexOf(name)] ?? ''
  const kind = plainWords(about('type de donnees'))
  if (!/^(courbe.*)?$/.test(kind)) {
    throw new ConnectorError('unsupported', { line: 1, field: 'Type de donnees' })
  }
  const meter = about('identifiant prm')
  if (!/^\d{14}$/.test(meter))
    throw new ConnectorError('missing-field', { line: 1, field: 'Identifiant PRM' })
  const unit = names[columns.value] === 'valeur' ? plainWords(about('unite')) : 'w'
  if (unit === '') throw new ConnectorError('missing-field', { line: 1, field: 'Unite' })
  const unsupported = (field: string): never => {
    throw new ConnectorError('unsupported', { line: 1, field })
  }
  if (!['w', 'kw', 'wh'].includes(unit)) unsupported('Unite')
  if (!activePower.has(plainWords(about('grandeur physique')))) unsupported('Grandeur physique')
  const minutes = about('pas en minutes')
  if (minutes !== '' && !knownSteps.includes(Number(minutes))) unsupported('Pas en minutes')
  return {
    headerIndex: index,
    columns,
    names,
    constant: columns.ofTheSeries.map((column) => [column, firstRow[column] ?? ''] as const),
    meter,
    direction: directionOfWords(about('grandeur metier')) ?? unsupported('Grandeur metier'),
    minutes: minutes === '' ? undefined : Number(minutes),
    quality: qualityOfWords(about('etape metier')) ?? unsupported('Etape metier'),
    perUnit: unit === 'kw' ? 1000 : 1,
    energy: unit === 'wh',
  }
}
