import type { Readable } from 'node:stream'

const events = ['readable', 'end', 'error', 'close'] as const

/**
 * Reads a small body, and puts it back: whoever reads it next finds it whole.
 *
 * @param length - Bytes that it says it has. @returns undefined for one that ends before.
 */
export function peekBody(stream: Readable, length: number): Promise<string | undefined> {
  return new Promise((done) => {
    // One listener for all pieces: each new one would be told at once of what is there already.
    const look = () => {
      const chunk: Buffer | null = stream.read(length)
      if (!chunk && !stream.readableEnded && !stream.destroyed) return
      for (const event of events) stream.off(event, look)
      if (chunk) stream.unshift(chunk)
      done(chunk?.byteLength === length ? chunk.toString('utf8') : undefined)
    }
    for (const event of events) stream.on(event, look)
    look()
  })
}
