import type { Readable } from 'node:stream'

/** A sender that is refused is heard out this far, so that it can read the refusal; then it is cut. */
const lingerBytes = 64 * 1024 * 1024

/** Reads a stream whole, or gives undefined once it is longer than `maxBytes`: what is left of it is let go. */
export async function readBounded(stream: Readable, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > maxBytes) {
      letGo(stream)
      return undefined
    }
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** Discards what still comes. */
export function letGo(stream: Readable): void {
  let left = lingerBytes
  stream.on('error', () => undefined)
  stream.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) stream.destroy()
  })
}
