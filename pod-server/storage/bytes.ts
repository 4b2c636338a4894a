import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gunzipSync, gzip, gzipSync } from 'node:zlib'
import type { Encoding } from '../engine/PodEngine.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** What is shorter goes in one packet of a network anyway, and would be packed and unpacked for nothing. */
const minSize = 1400
/** To make room for a window of 32 KB takes ten times as long as to compress so little. */
const small = { bytes: 4096, options: { windowBits: 12, memLevel: 5 } }
const packed = /^(text\/|application\/(ld\+json|json|n-triples|n-quads|trig|rdf\+xml|xml))|\+(json|xml)$/

const maxUnpackedHere = 16 * 1024

/** A body as it is stored, with what it was before. */
export interface Packed {
  readonly body: Uint8Array
  readonly size: number
  readonly encoding: Encoding
  readonly digest: Uint8Array
}

/** Compresses what is worth it, on the thread pool when it is large. */
export async function packBody(bytes: Buffer, contentType: string): Promise<Packed> {
  const size = bytes.byteLength
  const digest = createHash('sha256').update(bytes).digest()
  if (size >= minSize && packed.test(contentType.replace(/;.*$/, '').trim())) {
    const body = size <= small.bytes ? gzipSync(bytes, small.options) : await pack(bytes)
    if (body.byteLength < size) return { body, size, encoding: 'gzip', digest }
  }
  return { body: bytes, size, encoding: 'identity', digest }
}

/** `size`: of what was packed, where that is known; a thread would take ten times as long as so little does. */
export async function unpackBody(body: Uint8Array, encoding: Encoding, size = Infinity): Promise<Buffer> {
  if (encoding !== 'gzip') return Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return size <= maxUnpackedHere ? gunzipSync(body) : unpack(body)
}

/** Bytes that are sent at once. */
export const pieceBytes = 256 * 1024

/** What is sent by pieces is seen to be taken by each of them; under TLS Node sees nothing else of it. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += pieceBytes)
    yield bytes.subarray(start, start + pieceBytes)
}
