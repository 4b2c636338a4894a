import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { HttpError } from '@solid/community-server'
import { check, isChecked } from './check.ts'
import type { CheckOrder } from './check-thread.ts'
import type { Fault } from './fault.ts'

/** Larger documents are read in a thread of their own: so much takes some 15 ms, of JSON-LD as of Turtle. */
const maxHere = { jsonLd: 8 * 1024, other: 128 * 1024 }
const maxHeapMb = 512
const maxMilliseconds = 20_000
/** Threads at the same time; the others wait. */
const maxThreads = 2

let threads = 0
const waiting: (() => void)[] = []

/** @throws HttpError 400 `malformed-rdf`, with the line and the reason, for what claims to be RDF and is not. */
export async function assertRdf(bytes: Uint8Array, contentType: string, baseIRI: string): Promise<void> {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!isChecked(type)) return
  const order = { bytes, type, baseIRI }
  const most = type === 'application/ld+json' ? maxHere.jsonLd : maxHere.other
  const fault = bytes.byteLength > most ? await checkAside(order) : await check(bytes, type, baseIRI)
  if (!fault) return
  const where = fault.line === undefined ? '' : `Line ${fault.line}: `
  throw new HttpError(400, 'MalformedRdf', `${where}${fault.reason}`, { errorCode: 'malformed-rdf' })
}

async function checkAside(order: CheckOrder): Promise<Fault | undefined> {
  if (threads === maxThreads) await new Promise<void>((go) => waiting.push(go))
  threads += 1
  const worker = new Worker(new URL('./check-thread.js', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  })
  try {
    const signal = AbortSignal.timeout(maxMilliseconds)
    const gone = once(worker, 'exit', { signal }).then((): [null] => {
      throw new Error('ended without a word')
    })
    const [fault] = (await Promise.race([once(worker, 'message', { signal }), gone])) as [Fault | null]
    gone.catch(() => undefined)
    return fault ?? undefined
  } catch {
    return { line: undefined, reason: 'it takes too much to read: send it in parts' }
  } finally {
    threads -= 1
    waiting.shift()?.()
    await worker.terminate()
  }
}
