import { ConnectorError } from '../errors.ts'
import { qualityOfWords } from './quality.ts'
import type { Direction, Quality } from './reading.ts'
import { knownSteps } from './steps.ts'

/** What a curve's preamble and header row say. Columns are indexes. */
export interface CsvHead {
  readonly headerIndex: number
  readonly columns: {
    readonly stamp: number
    readonly value: number
    readonly nature: number | undefined
    readonly step: number | undefined
    readonly likelihood: number | undefined
  }
  readonly names: readonly string[]
  /** Columns that say what the series is, with what the first row says there. */
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

const maxHeadLength = 4096

export function splitCells(line: string): string[] {
  const cells = line.slice(0, maxHeadLength).split(';')
  return cells.map((cell) => (/^\s*"(.*)"\s*$/.exec(cell)?.[1] ?? cell).trim())
}

/** The header's place and names, or `undefined` when the first lines hold none. */
export function findHeader(lines: readonly string[]): { index: number; names: string[] } | undefined {
  for (let index = 0; index < Math.min(lines.length, headLines); index += 1) {
    const names = splitCells(lines[index] ?? '').map(plain)
    if (names.some((name) => name.startsWith('horodate')) || isDaily(names)) return { index, names }
  }
  return undefined
}

/** @throws ConnectorError when the file is not a curve, or does not say whose, or in which unit. */
export function readHead(lines: readonly string[]): CsvHead {
  const header = findHeader(lines)
  if (header === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const { index, names } = header
  const line = index + 1
  const find = (...wanted: string[]): number | undefined => {
    const at = names.findIndex((name) => wanted.includes(name))
    return at < 0 ? undefined : at
  }
  if (isDaily(names) || find('type de releve') !== undefined)
    throw new ConnectorError('daily-totals', { line })
  const stamp = find('horodate', 'horodate fin de pas', 'horodate iso fin de pas')
  const value = find('valeur', 'puissance moyenne (w)')
  if (stamp === undefined || value === undefined) throw new ConnectorError('unknown-layout', { line })
  const firstRow = splitCells(lines[index + 1] ?? '')
  const said = readPreamble(lines.slice(0, index))
  const about = (name: string): string => {
    const column = find(name)
    return said.get(name) ?? (column === undefined ? '' : (firstRow[column] ?? ''))
  }
  if (!/^(courbe.*)?$/.test(plain(about('type de donnees')))) {
    throw new ConnectorError(
      /index|quotidien|energie/.test(plain(about('type de donnees'))) ? 'daily-totals' : 'unsupported',
      {
        line: 1,
        field: 'Type de donnees',
      },
    )
  }
  const meter = about('identifiant prm')
  if (!/^\d{14}$/.test(meter))
    throw new ConnectorError('missing-field', { line: 1, field: 'Identifiant PRM' })
  const unit = names[value] === 'valeur' ? plain(about('unite')) : 'w'
  if (unit === '') throw new ConnectorError('missing-field', { line: 1, field: 'Unite' })
  if (!['w', 'kw', 'wh'].includes(unit)) throw new ConnectorError('unsupported', { line: 1, field: 'Unite' })
  const minutes = Number(about('pas en minutes'))
  return {
    headerIndex: index,
    columns: {
      stamp,
      value,
      nature: find('nature'),
      step: find('pas'),
      likelihood: find('indice de vraisemblance'),
    },
    names,
    constant: ['identifiant prm', 'grandeur physique', 'grandeur metier', 'unite'].flatMap((name) => {
      const column = find(name)
      return column === undefined ? [] : [[column, firstRow[column] ?? ''] as const]
    }),
    meter,
    direction: /^(prod|inj)/.test(plain(about('grandeur metier'))) ? 'production' : 'consumption',
    minutes: knownSteps.includes(minutes) ? minutes : undefined,
    quality: qualityOfWords(about('etape metier')),
    perUnit: unit === 'kw' ? 1000 : 1,
    energy: unit === 'wh',
  }
}

/** A row of names over a row of values; or names and values by turns; or a title in words. */
function readPreamble(lines: readonly string[]): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  lines.forEach((text, index) => {
    const cells = splitCells(text)
    const names = cells.map(plain)
    if (names[0] === 'identifiant prm') {
      const inTurn = /^\d{14}$/.test(cells[1] ?? '')
      const values = splitCells(lines[index + 1] ?? '')
      names.forEach((name, at) => {
        if (!inTurn) said.set(name, values[at] ?? '')
        else if (at % 2 === 0) said.set(name, cells[at + 1] ?? '')
      })
    }
    const [, minutes] = /\(pas (\d{1,2}) min\)/.exec(plain(text)) ?? []
    const [, meter] = /\bprm (\d{14})\b/.exec(plain(text)) ?? []
    if (minutes !== undefined) said.set('pas en minutes', minutes)
    if (meter !== undefined) said.set('identifiant prm', meter)
  })
  return said
}

/** `Date;Valeur (en Wh)`: a total a day. */
function isDaily(names: readonly string[]): boolean {
  return names[0] === 'date' && /wh\)$/.test(names[1] ?? '')
}

function plain(text: string): string {
  return text.slice(0, 200).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}
