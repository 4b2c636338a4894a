import { ConnectorError } from '../errors.ts'
import { decode, headText, maxFileBytes } from '../formats/decode.ts'
import { isWorkbook } from '../formats/xlsx.ts'
import { isZip, namesIn } from '../formats/zip.ts'
import { isLeftOut, type LeftOut } from '../meters/left-out.ts'
import { eachOnce } from '../meters/once.ts'
import type { Period } from '../meters/period.ts'
import { readGrdfJson } from './json.ts'
import { isGrdfWorkbook, readGrdfWorkbook } from './workbook.ts'

export type GasRow = Period | LeftOut

/** `grdf-json`, `grdf-xlsx`, or nothing of ours. Of a text, looks at the first 4 KiB only. */
export function sniffGas(bytes: Uint8Array): 'grdf-json' | 'grdf-xlsx' | undefined {
  if (isZip(bytes)) return isGrdfWorkbook(bytes) ? 'grdf-xlsx' : undefined
  const head = headText(bytes)
  return head.startsWith('{') && /"(journeeGaziere|idPce)"/.test(head) ? 'grdf-json' : undefined
}

/**
 * Reads GRDF's readings in order of time, one a period and series.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseGas(bytes: Uint8Array): GasRow[] {
  if (bytes.length > maxFileBytes) throw new ConnectorError('too-large', { limit: '16 MiB' })
  const rows = isZip(bytes) ? readArchive(bytes) : readText(bytes)
  const leftOut = rows.filter(isLeftOut)
  const periods = eachOnce(rows.filter((row): row is Period => !isLeftOut(row)))
  if (rows.length === 0) throw new ConnectorError('empty')
  return [...periods, ...leftOut]
}

function readArchive(bytes: Uint8Array): GasRow[] {
  if (!isWorkbook(namesIn(bytes))) throw new ConnectorError('unknown-layout', { line: 1 })
  return readGrdfWorkbook(bytes)
}

function readText(bytes: Uint8Array): Period[] {
  const text = decode(bytes)
  if (sniffGas(bytes) === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  return readGrdfJson(text)
}
