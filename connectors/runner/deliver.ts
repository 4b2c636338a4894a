import { ConnectorError } from '../errors.ts'
import type { Paces } from './Pace.ts'
import type { ImportPlan } from './plan.ts'
import { patient, type RetryPolicy } from './retry.ts'
import { type Delivered, sendDocument } from './send.ts'

const concurrency = 4

export interface DeliverOptions {
  /** Adds the partner's DPoP token to each request. */
  readonly fetch: typeof globalThis.fetch
  readonly policy?: RetryPolicy
  readonly signal?: AbortSignal
  /** Shared by the deliveries of one run. */
  readonly paces?: Paces
  /** After each document: how many are done, of how many. */
  readonly onProgress?: (done: number, total: number) => void
}

/** Counts of records; documents that were not reached are in neither. */
export interface Delivery extends Delivered {
  readonly documents: number
  readonly documentsTotal: number
  /** Why it stopped before the end. */
  readonly failure?: ConnectorError
}

/**
 * Sends a plan: the first document alone, to meet a closed door before knocking four times, then four at a
 * time. The first failure stops the rest. A delivery that stopped half-way may be sent again as it is.
 */
export async function deliver(
  { documents }: ImportPlan,
  { fetch, policy = patient, signal = new AbortController().signal, paces, onProgress }: DeliverOptions,
): Promise<Delivery> {
  const sum = { added: 0, alreadyThere: 0, unknown: 0, documents: 0 }
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  let failure: ConnectorError | undefined
  let next = 0
  const work = async (until: number): Promise<void> => {
    while (next < until && failure === undefined) {
      const document = documents[next]
      next += 1
      if (document === undefined) return
      try {
        const { added, alreadyThere, unknown } = await sendDocument(document, fetch, {
          policy,
          signal: either,
          pace: paces?.of(document.url),
        })
        sum.added += added
        sum.alreadyThere += alreadyThere
        sum.unknown += unknown
        sum.documents += 1
        onProgress?.(sum.documents, documents.length)
      } catch (error) {
        failure ??= error instanceof ConnectorError ? error : new ConnectorError('server-busy')
        stop.abort()
      }
    }
  }
  await work(1)
  await Promise.all(Array.from({ length: concurrency }, () => work(documents.length)))
  const end = { ...sum, documentsTotal: documents.length }
  return failure === undefined ? end : { ...end, failure }
}
