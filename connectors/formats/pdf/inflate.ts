import { Unzlib } from 'fflate'
import { ConnectorError } from '../../errors.ts'
import { adler32 } from './adler32.ts'
import { type Budget, tooLarge } from './Budget.ts'

/** Four kilobytes become four megabytes at most (RFC 1951): so far may the bound be passed before it is seen. */
const pieceBytes = 4096

/**
 * The bytes of a zlib stream, which stops at a bound.
 *
 * @throws ConnectorError `archive-too-large` beyond `maxBytes` or the file's budget, `malformed`.
 */
export function inflate(bytes: Uint8Array, maxBytes: number, budget: Budget): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  const stream = new Unzlib((piece) => {
    length += piece.length
    budget.spendInflated(piece.length)
    if (length > maxBytes) tooLarge('16 MiB')
    pieces.push(piece)
  })
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      stream.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length)
    }
  } catch (error) {
    throw error instanceof ConnectorError ? error : new ConnectorError('malformed')
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  if (!endsWith(bytes, adler32(whole))) throw new ConnectorError('malformed')
  return whole
}

/** The library checks no checksum, and a digit might have changed. A line end may be counted with the stream (ISO 32000-1 §7.3.8.1). */
function endsWith(bytes: Uint8Array, checksum: number): boolean {
  return [0, 1, 2].some((after) => {
    const end = bytes.subarray(bytes.length - 4 - after, bytes.length - after)
    return end.reduce((number, byte) => number * 256 + byte, 0) === checksum
  })
}
