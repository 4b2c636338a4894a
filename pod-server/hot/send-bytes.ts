import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pieceBytes, piecesOf } from '../storage/bytes.ts'
import type { Bytes } from './KeptForms.ts'

/** Sends what an answer holds, a long one by pieces. */
export function sendBytes(response: ServerResponse, bytes: Bytes): void {
  if (typeof bytes === 'string' || bytes.length <= pieceBytes) response.end(bytes, 'latin1')
  // Whoever leaves before the end has no more of it.
  else
    pipeline(Readable.from(piecesOf(bytes), { objectMode: false }), response).catch(() => response.destroy())
}
