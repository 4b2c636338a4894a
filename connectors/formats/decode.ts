import { ConnectorError } from '../errors.ts'
import { brokenUtf8 } from './broken-utf8.ts'
import { inPieces } from './in-pieces.ts'
import { lineAt } from './line.ts'
import { decodeWindows1252 } from './windows-1252.ts'

/** 16 MiB: ten years of a busy account, or of half hours, several times over. */
export const maxFileBytes = 16 * 1024 * 1024

/**
 * Partner files lie about their encoding, so the bytes decide: a byte order mark, else valid UTF-8,
 * else windows-1252, unless it is plainly UTF-8 with a broken byte (a header that says ISO-8859-15 is believed about the eight bytes where the two differ).
 *
 * @throws ConnectorError `empty`, `too-large`, `not-text`.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ConnectorError('empty')
  if (bytes.length > maxFileBytes) throw new ConnectorError('too-large', { limit: '16 MiB' })
  const text = decodeByEvidence(bytes)
  const control = text.search(controls)
  if (control >= 0) throw new ConnectorError('not-text', { line: lineAt(text, control) })
  return text
}

/** The first 4 KiB, good enough to recognise a layout whatever the encoding: accents may be wrong. */
export function headText(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes.subarray(0, 4096))
  return text
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\u0000', '')
    .trimStart()
}

// C1 controls are what remains of the bytes that windows-1252 leaves undefined.
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffd]/

function decodeByEvidence(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const broken = brokenUtf8(bytes)
    if (broken !== undefined) {
      const line = lineAt(decodeWindows1252(bytes.subarray(0, broken + 1)), broken)
      throw new ConnectorError('not-text', { line })
    }
    const text = decodeWindows1252(bytes)
    return /ISO-?8859-?15|LATIN-?9/i.test(text.slice(0, 512)) ? asLatin9(text) : text
  }
}

const latin9: Readonly<Record<string, string>> = {
  '¤': '€',
  '¦': 'Š',
  '¨': 'š',
  '´': 'Ž',
  '¸': 'ž',
  '¼': 'Œ',
  '½': 'œ',
  '¾': 'Ÿ',
}

function asLatin9(text: string): string {
  return inPieces(text, (piece) => piece.replace(/[¤¦¨´¸¼½¾]/g, (char) => latin9[char] ?? char))
}
