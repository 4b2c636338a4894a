import { setImmediate as otherWork } from 'node:timers/promises'

/** Bytes read at a stretch: some 20 ms. JSON-LD takes a hundred times as long as Turtle. */
const atOnce = { jsonLd: 2 * 1024, other: 64 * 1024 }
/** A term that is cut is begun again with each piece. */
const maxPieces = 64

/** A document of RDF piece by piece, with whatever else there is to do in between; without its byte order mark. */
export async function* inPieces(chunks: AsyncIterable<Uint8Array | string>, type: string | undefined) {
  let isFirst = true
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let start = isFirst && hasMark(bytes) ? 3 : 0
    isFirst = false
    const size =
      type === 'application/ld+json' ? atOnce.jsonLd : Math.max(atOnce.other, bytes.length / maxPieces)
    while (start < bytes.length) {
      let end = Math.min(Math.ceil(start + size), bytes.length)
      // Not in the middle of a character.
      while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++
      yield bytes.subarray(start, end)
      start = end
      await otherWork()
    }
  }
}

const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
