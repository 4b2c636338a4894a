import { ConnectorError } from '../errors.ts'
import { linesOf } from '../formats/line.ts'
import { plainWords } from '../formats/plain-words.ts'
import { splitCells } from './csv-preamble.ts'
import { isPowersHeader, readEdfPowers } from './edf-powers.ts'
import { isIndexesHeader, readEdfIndexes } from './edf-tables.ts'
import type { ElectricityRow } from './row.ts'

type Header = (names: readonly string[]) => boolean

/** Days and months of consumption: EDF's gas has the same table, and nothing in it says which it is. */
const isConsumption: Header = ([when, value]) =>
  /^(date|p.{1,3}riode) de consommation$/.test(when ?? '') && value === 'consommation (kwh)'

/** Whether a text is one of the files of EDF's archive, out of it. */
export function isEdfCsv(lines: readonly string[]): boolean {
  return [isPowersHeader, isIndexesHeader, isConsumption].some((isHeader) => has(lines, isHeader))
}

/**
 * Reads EDF's half-hours or indexes that were taken out of their archive. The contract stands in the files' names alone, so that
 * here the meter has no number.
 *
 * @throws ConnectorError with the line; `missing-field` for a consumption that may be of gas.
 */
export function readEdfCsv(text: string): ElectricityRow[] {
  const lines = linesOf(text)
  if (has(lines, isPowersHeader)) return readEdfPowers(text, undefined)
  if (has(lines, isIndexesHeader)) return readEdfIndexes(text, undefined)
  throw new ConnectorError('missing-field', { line: 1, field: 'mes-index-elec-<contrat>' })
}

function has(lines: readonly string[], isHeader: Header): boolean {
  return lines.slice(0, 30).some((line) => isHeader(splitCells(line).map(plainWords)))
}
