import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { CheckOrder } from './check-thread.ts'
import type { Fault } from './fault.ts'

const maxHeapMb = 512
/** For a document, and for each MiB of it. */
const maxMilliseconds = 3_000
const moreMilliseconds = 100
const maxStartMilliseconds = 30_000

/** Threads that have nothing to read. */
const idle: Worker[] = []

/** Checks a document in a thread of its own, which ends with a document that takes it too long. */
export async function checkAside(order: CheckOrder): Promise<Fault | undefined> {
  const worker = idle.pop() ?? (await start())
  try {
    const megabytes = order.bytes.byteLength / (1024 * 1024)
    const answer = said(worker, Math.ceil(maxMilliseconds + moreMilliseconds * megabytes))
    worker.postMessage(order)
    const fault = (await answer) as Fault | null
    idle.push(worker)
    return fault ?? undefined
  } catch {
    await worker.terminate()
    return { line: undefined, reason: 'it takes too much to read: send it in parts' }
  }
}

async function start(): Promise<Worker> {
  const worker = new Worker(new URL('./check-thread.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  })
  // Of one that breaks where nothing waits for it, `exit` follows.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
  })
  await said(worker, maxStartMilliseconds)
  return worker
}

/** What a thread says next. @throws when it ends without a word, or says nothing in time. */
async function said(worker: Worker, milliseconds: number): Promise<unknown> {
  const done = new AbortController()
  const late = AbortSignal.timeout(milliseconds)
  const signal = AbortSignal.any([late, done.signal])
  const gone = once(worker, 'exit', { signal }).then((): [never] => {
    throw new Error('ended without a word')
  })
  gone.catch(() => undefined)
  try {
    const message = once(worker, 'message', { signal })
    // Whoever listens holds the process. A server that has ended does not read on: nobody waits for it.
    worker.unref()
    const [word] = (await Promise.race([message, gone])) as [unknown]
    return word
  } finally {
    done.abort()
  }
}
