import { ConnectorError } from '../errors.ts'
import { decode, headText, maxFileBytes } from '../formats/decode.ts'
import { isZip, unzip } from '../formats/zip.ts'
import { ExportReader } from './export-reader.ts'
import type { WellbeingRow } from './rows.ts'

export type WellbeingLayout = 'apple-health-xml' | 'apple-health-zip'

/** Looks at the first 4 KiB only. */
export function sniffWellbeing(bytes: Uint8Array): WellbeingLayout | undefined {
  const head = headText(bytes)
  if (isZip(bytes)) return head.includes('apple_health_export/') ? 'apple-health-zip' : undefined
  return /^</.test(head) && /<(!DOCTYPE )?HealthData\b/.test(head) ? 'apple-health-xml' : undefined
}

/**
 * Reads an export of Apple Health, whole: one row a day, type, source and unit.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseWellbeing(bytes: Uint8Array): WellbeingRow[] {
  if (bytes.length > maxFileBytes) throw tooLarge(bytes)
  const layout = sniffWellbeing(bytes)
  const reader = new ExportReader()
  if (layout === 'apple-health-zip') {
    const [file] = unzip(bytes, isExport).values()
    if (file === undefined) throw new ConnectorError('unknown-layout')
    const read = decoder(reader)
    for (let at = 0; at < file.length; at += 65_536) read(file.subarray(at, at + 65_536))
    read()
  } else {
    const text = decode(bytes)
    if (layout === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
    reader.write(text)
  }
  return reader.end()
}

/** The same of a file of any size, in flat memory. @throws ConnectorError as `parseWellbeing`. */
export async function parseWellbeingStream(chunks: AsyncIterable<Uint8Array>): Promise<WellbeingRow[]> {
  const reader = new ExportReader()
  const read = decoder(reader)
  let first = true
  for await (const chunk of chunks) {
    if (first && isZip(chunk)) throw tooLarge(chunk)
    first = false
    read(chunk)
  }
  read()
  return reader.end()
}

/** A large archive must be unfolded by whoever has it: a stream of it cannot be checked before it is read. */
function tooLarge(head: Uint8Array): ConnectorError {
  return new ConnectorError(isZip(head) ? 'archive-too-large' : 'too-large', { limit: '16 MiB' })
}

/** `apple_health_export/export.xml`, or as French telephones name it. */
function isExport(name: string): boolean {
  return /^apple_health_export\/(export|exportation)\.xml$/i.test(name)
}

/** Bytes into the reader, and none at the end: Apple writes UTF-8. */
function decoder(reader: ExportReader): (chunk?: Uint8Array) => void {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  return (chunk) => {
    let text: string
    try {
      text = chunk === undefined ? utf8.decode() : utf8.decode(chunk, { stream: true })
    } catch {
      throw new ConnectorError('not-text')
    }
    reader.write(text)
  }
}
