import { ConnectorError } from '../errors.ts'
import { decode, headText } from '../formats/decode.ts'
import { sniffCamt } from './camt/layout.ts'
import { headerLine, sniffCsv } from './csv/sniff.ts'
import { parseOfx, sniffOfx } from './ofx/parse.ts'
import { sniffPsd2 } from './psd2/layout.ts'
import type { BankRow } from './rows.ts'

/** The layout of a bank's file, by its beginning. */
export function sniffBank(bytes: Uint8Array): string | undefined {
  const head = headText(bytes)
  return sniffOfx(bytes) ?? sniffCamt(head) ?? sniffPsd2(head, bytes) ?? sniffCsv(bytes)
}

/**
 * Reads a bank's file of any layout. The readers of XML and of tables come with it only when they are needed.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export async function parseBank(bytes: Uint8Array): Promise<BankRow[]> {
  if (sniffOfx(bytes) !== undefined) return parseOfx(bytes)
  const text = decode(bytes)
  const head = headText(bytes)
  if (sniffCamt(head) !== undefined) return (await import('./camt/parse.ts')).parseCamt(text)
  if (sniffPsd2(head, bytes) !== undefined) return (await import('./psd2/parse.ts')).parsePsd2(text)
  if (sniffCsv(bytes) !== undefined) return (await import('./csv/parse.ts')).parseCsv(text)
  throw new ConnectorError('unknown-layout', { line: headerLine(text) })
}
