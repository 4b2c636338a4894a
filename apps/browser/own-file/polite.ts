import { asFailure, kindOfStatus, PodFailure } from '../../shared/pod/failure.ts'
import type { Fetch } from '../../shared/pod/get.ts'

const again = new Set([408, 425, 429, 500, 502, 503, 504])
const attempts = 6
const firstWaitMs = 500
const longestWaitMs = 30_000

export interface Manner {
  readonly fetch: Fetch
  readonly signal: AbortSignal
  readonly wait?: (ms: number) => Promise<void>
}

/**
 * Sends what may be sent twice, until the server gives an answer that waiting would not change, and as late as it asks
 * (Retry-After, RFC 9110 §10.2.3). `taken`: statuses beside the 2xx that are an answer.
 *
 * @throws PodFailure; the signal's reason
 */
export async function politely(
  { fetch, signal, wait = waitMs }: Manner,
  url: string,
  init: RequestInit,
  taken: readonly number[] = [],
): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted()
    const response = await fetch(url, { ...init, signal, cache: 'no-store' }).catch((error: unknown) => {
      signal.throwIfAborted()
      if (attempt >= attempts) throw asFailure(error, url)
    })
    if (response && (response.ok || taken.includes(response.status))) return response
    if (response && (!again.has(response.status) || attempt >= attempts))
      throw new PodFailure(kindOfStatus(response.status), url, response.status)
    const asked = Number(/^\d{1,6}$/.exec(response?.headers.get('retry-after') ?? '')?.[0] ?? 0) * 1000
    await wait(Math.min(Math.max(firstWaitMs * 2 ** (attempt - 1), asked), longestWaitMs))
  }
}

const waitMs = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
