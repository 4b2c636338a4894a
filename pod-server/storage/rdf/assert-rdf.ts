import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { HttpError } from '@solid/community-server'
import { check, isChecked } from './check.ts'
import type { CheckOrder } from './check-thread.ts'
import type { Fault } from './fault.ts'

/** Larger documents are read in a thread of their own: 128 KB of Turtle take some 15 ms. */
const maxHere = 128 * 1024
const maxHeapMb = 512

/** @throws HttpError 400 `malformed-rdf`, with the line and the reason, for what claims to be RDF and is not. */
export async function assertRdf(bytes: Uint8Array, contentType: string, baseIRI: string): Promise<void> {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!isChecked(type)) return
  const order = { bytes, type, baseIRI }
  const fault = bytes.byteLength > maxHere ? await checkAside(order) : await check(bytes, type, baseIRI)
  if (!fault) return
  const where = fault.line === undefined ? '' : `Line ${fault.line}: `
  throw new HttpError(400, 'MalformedRdf', `${where}${fault.reason}`, { errorCode: 'malformed-rdf' })
}

async function checkAside(order: CheckOrder): Promise<Fault | undefined> {
  const worker = new Worker(new URL('./check-thread.js', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  })
  try {
    const [fault] = (await once(worker, 'message')) as [Fault | null]
    return fault ?? undefined
  } catch {
    return { line: undefined, reason: 'it takes too much memory to read' }
  } finally {
    await worker.terminate()
  }
}
