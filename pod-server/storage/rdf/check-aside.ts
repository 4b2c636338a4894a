import { Asides } from '../../Asides.ts'
import type { CheckOrder } from './check-thread.ts'
import type { Fault } from './fault.ts'

/** For a document, and for each MiB of it. */
const maxMilliseconds = 3_000
const moreMilliseconds = 100

const threads = new Asides('./check-thread', import.meta.url, 512)

/** Checks a document in a thread of its own, which ends with a document that takes it too long. */
export async function checkAside(order: CheckOrder): Promise<Fault | undefined> {
  const megabytes = order.bytes.byteLength / (1024 * 1024)
  try {
    const found = await threads.ask(order, Math.ceil(maxMilliseconds + moreMilliseconds * megabytes))
    return (found as Fault | null) ?? undefined
  } catch {
    return { line: undefined, reason: 'it takes too much to read: send it in parts' }
  }
}
