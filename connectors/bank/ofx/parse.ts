import { ConnectorError } from '../../errors.ts'
import { decode, headText } from '../../formats/decode.ts'
import { lineAt } from '../../formats/line.ts'
import type { BankRow } from '../rows.ts'
import { readStatements } from './statements.ts'
import { type OfxLayout, readOfxTree } from './tree.ts'

/** `ofx-1` (SGML), `ofx-2` (XML), or nothing of ours. Looks at the first 4 KiB only. */
export function sniffOfx(bytes: Uint8Array): OfxLayout | undefined {
  const head = headText(bytes)
  if (/^(OFXHEADER\s*:\s*1\d\d|<OFX>)/i.test(head)) return 'ofx-1'
  const xml = /^(?:<\?xml\s[^>]*>\s*)?<(?:\?OFX\s[^>]*>|OFX>)/i
  return xml.test(head) ? 'ofx-2' : undefined
}

/**
 * Reads the statements of an OFX file: accounts, balances, operations, in the file's order.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseOfx(bytes: Uint8Array): BankRow[] {
  const text = decode(bytes)
  const layout = sniffOfx(bytes)
  if (layout === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const start = text.search(/<OFX>/i)
  if (start < 0) throw new ConnectorError('truncated', { line: lineAt(text, text.length) })
  if (/COMPRESSION\s*:\s*(?!NONE)\w/i.test(text.slice(0, start))) {
    throw new ConnectorError('unsupported', { line: 1, field: 'COMPRESSION' })
  }
  return readStatements(readOfxTree(text, start, layout))
}
