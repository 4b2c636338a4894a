import type { Readable } from 'node:stream'
import type { BodyShare } from './BodyBudget.ts'
import { letGo } from './read-bounded.ts'

/** What is larger is kept where other threads see it too: it is handed to them without a copy. */
const maxOwn = 64 * 1024

/**
 * Reads a body whole, once: what arrives goes to where it stays.
 *
 * @param length - Bytes that it says it has.
 * @returns why it was not read, when it is longer than `maxBytes` or there is no room left: what is left of it is let go.
 */
export async function readBody(
  stream: Readable,
  length: number | undefined,
  maxBytes: number,
  { take }: BodyShare,
): Promise<Buffer | 'too-large' | 'no-room'> {
  let memory = memoryOf(Math.min(length ?? maxOwn, maxBytes))
  let size = 0
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)
    const needed = size + bytes.byteLength
    if (needed > maxBytes || !take(bytes.byteLength)) {
      letGo(stream)
      return needed > maxBytes ? 'too-large' : 'no-room'
    }
    if (needed > memory.byteLength) {
      const larger = memoryOf(Math.min(Math.max(needed, 2 * size), maxBytes))
      memory.copy(larger, 0, 0, size)
      memory = larger
    }
    bytes.copy(memory, size)
    size = needed
  }
  return memory.subarray(0, size)
}

/** Of what is shared, the system gives no page before something is written there. */
const memoryOf = (bytes: number): Buffer =>
  bytes > maxOwn ? Buffer.from(new SharedArrayBuffer(bytes)) : Buffer.allocUnsafeSlow(bytes)
