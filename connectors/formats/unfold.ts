import { ConnectorError } from '../errors.ts'

export interface Unfolded {
  /** The logical lines, one LF between two. */
  readonly unfolded: Uint8Array
  /** The line on which each begins, from 1. */
  readonly lines: readonly number[]
}

const [tab, lf, cr, space, equals, colon] = [9, 10, 13, 32, 61, 58]
const maxLines = 400_000

/**
 * Joins folded lines. On bytes, since a fold may stand inside a character (RFC 5545 §3.1); a line that ends in `=` and says
 * that it is quoted-printable goes on in the next one, whatever that begins with (vCard 2.1 §2.1.3).
 *
 * @throws ConnectorError `too-many-records`.
 */
export function unfold(bytes: Uint8Array): Unfolded {
  const unfolded = new Uint8Array(bytes.length + 1)
  const lines: number[] = []
  let length = 0
  let start = 0
  let isSoft = false
  let number = 0
  for (let at = 0; at < bytes.length; ) {
    const end = endOfLine(bytes, at)
    number += 1
    const isFolded = lines.length > 0 && (bytes[at] === space || bytes[at] === tab)
    if (isSoft) length -= 1
    else if (!isFolded) {
      if (lines.length > 0) unfolded[length++] = lf
      start = length
      lines.push(number)
      if (lines.length > maxLines) throw new ConnectorError('too-many-records', { limit: String(maxLines) })
    }
    const from = isFolded && !isSoft ? at + 1 : at
    unfolded.set(bytes.subarray(from, end), length)
    length += end - from
    isSoft = length > start && unfolded[length - 1] === equals && isQuotedPrintable(unfolded, start, length)
    at = afterBreak(bytes, end)
  }
  return { unfolded: unfolded.subarray(0, length), lines }
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== lf && bytes[at] !== cr) at += 1
  return at
}

/** LF, CR, CR LF, and the CR CR LF that a careless copy makes of it. */
function afterBreak(bytes: Uint8Array, end: number): number {
  const at = bytes[end] !== cr ? end : bytes[end + 1] !== cr ? end + 1 : end + 2
  return bytes[at] === lf ? at + 1 : end + 1
}

/** The first bytes tell: parameters stand before the colon. */
function isQuotedPrintable(bytes: Uint8Array, from: number, to: number): boolean {
  const head = bytes.subarray(from, Math.min(to, from + 256))
  const end = head.indexOf(colon)
  return end > 0 && /;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(String.fromCharCode(...head.subarray(0, end)))
}
