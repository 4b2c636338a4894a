import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
// V8 refuses bytecode that was made under other flags, and other tests load some.
setFlagsFromString('--no-expose-gc')

/** Bytes that are really held: what can be let go is let go first. */
export function heldBytes(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Passes a stream on, and tells the most that was held while it flowed, beyond what was held before it. */
export function watched(
  chunks: AsyncIterable<Uint8Array>,
  every: number,
): { readonly chunks: AsyncIterable<Uint8Array>; readonly growth: () => number } {
  const before = heldBytes()
  let most = before
  const flow = async function* (): AsyncIterable<Uint8Array> {
    let count = 0
    for await (const chunk of chunks) {
      count += 1
      if (count % every === 0) most = Math.max(most, heldBytes())
      yield chunk
    }
  }
  return { chunks: flow(), growth: () => most - before }
}
