import type { Readable } from 'node:stream'

/** Reads a stream as UTF-8 text, or gives undefined (and stops reading) once it is longer than `maxBytes`. */
export async function readBounded(stream: Readable, maxBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > maxBytes) {
      stream.destroy()
      return undefined
    }
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
