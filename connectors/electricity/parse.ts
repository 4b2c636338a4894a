import { ConnectorError } from '../errors.ts'
import { decode, headText, maxFileBytes } from '../formats/decode.ts'
import { plainWords } from '../formats/plain-words.ts'
import { isWorkbook } from '../formats/xlsx.ts'
import { isZip, namesIn } from '../formats/zip.ts'
import { isLeftOut } from '../meters/left-out.ts'
import { eachOnce } from '../meters/once.ts'
import { findHeader } from './csv-head.ts'
import { splitCells } from './csv-preamble.ts'
import { readCurveCsv } from './curve-csv.ts'
import { isDailyHeader, readDailyCsv } from './daily-csv.ts'
import { readDataConnect } from './dataconnect.ts'
import { isEdfArchive, readEdfArchive } from './edf-archive.ts'
import { isEdfCsv, readEdfCsv } from './edf-csv.ts'
import { readEdfPilotJson } from './edf-pilot-json.ts'
import { readEnedisJson } from './enedis-json.ts'
import { readGreenButton } from './green-button.ts'
import { isIndexHeader, readIndexCsv } from './index-csv.ts'
import { readPilotJson } from './pilot-json.ts'
import { type ElectricityRow, isPeriod, isReading } from './row.ts'
import { isEnedisWorkbook, readEnedisWorkbook } from './workbook.ts'

const texts = {
  dataconnect: readDataConnect,
  'enedis-json': readEnedisJson,
  'pilot-json': readPilotJson,
  'edf-pilot-json': readEdfPilotJson,
  'green-button': readGreenButton,
  'curve-csv': readCurveCsv,
  'index-csv': readIndexCsv,
  'daily-csv': readDailyCsv,
  'edf-csv': readEdfCsv,
} as const satisfies Record<string, (text: string) => ElectricityRow[]>

type TextLayout = keyof typeof texts
type ArchiveLayout = 'edf-zip' | 'enedis-xlsx'

/** The layout's id, or nothing of ours. Of a text, looks at the first 4 KiB only. */
export function sniffElectricity(bytes: Uint8Array): TextLayout | ArchiveLayout | undefined {
  return isZip(bytes) ? sniffArchive(bytes) : sniffText(headText(bytes))
}

/**
 * Reads what is known of a meter: each step of its curve in order of time, each period once.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseElectricity(bytes: Uint8Array): ElectricityRow[] {
  if (bytes.length > maxFileBytes) throw new ConnectorError('too-large', { limit: '16 MiB' })
  const rows = isZip(bytes) ? readArchive(bytes) : readText(bytes)
  if (rows.length === 0) throw new ConnectorError('empty')
  return [...rows.filter(isReading), ...eachOnce(rows.filter(isPeriod)), ...rows.filter(isLeftOut)]
}

function readArchive(bytes: Uint8Array): ElectricityRow[] {
  const names = namesIn(bytes)
  if (isEdfArchive(names)) return readEdfArchive(bytes)
  if (!isWorkbook(names)) throw new ConnectorError('unknown-layout', { line: 1 })
  return readEnedisWorkbook(bytes)
}

function readText(bytes: Uint8Array): ElectricityRow[] {
  const text = decode(bytes)
  const layout = sniffText(headText(bytes))
  if (layout === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  return texts[layout](text)
}

function sniffArchive(bytes: Uint8Array): ArchiveLayout | undefined {
  try {
    const names = namesIn(bytes)
    if (isEdfArchive(names)) return 'edf-zip'
    return isWorkbook(names) && isEnedisWorkbook(bytes) ? 'enedis-xlsx' : undefined
  } catch {
    return undefined
  }
}

function sniffText(head: string): TextLayout | undefined {
  if (head.startsWith('<'))
    return /<feed\b/.test(head) && /naesb\.org\/espi|\/espi\//.test(head) ? 'green-button' : undefined
  if (/^[[{]/.test(head)) {
    if (/"idPrm"/.test(head)) return 'enedis-json'
    if (/"usage_point"\s*:/.test(head)) return 'pilot-json'
    if (/"statementReason"\s*:/.test(head)) return 'edf-pilot-json'
    return /"(meter_reading|usage_point_id|interval_reading)"/.test(head) ? 'dataconnect' : undefined
  }
  const lines = head.split(/\r\n|\n|\r/)
  const has = (isHeader: (names: readonly string[]) => boolean): boolean =>
    lines.slice(0, 30).some((line) => isHeader(splitCells(line).map(plainWords)))
  if (has(isIndexHeader)) return 'index-csv'
  if (has(isDailyHeader)) return 'daily-csv'
  if (isEdfCsv(lines)) return 'edf-csv'
  return findHeader(lines) === undefined ? undefined : 'curve-csv'
}
