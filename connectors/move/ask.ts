import { setTimeout as wait } from 'node:timers/promises'
import { ConnectorError } from '../errors.ts'
import { patient, type RetryPolicy, retryAfterMs } from '../runner/retry.ts'
import { isMistrust } from '../solid/mistrust.ts'

/** What a server answered, whole. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Bytes of one answer: a document, or the list of a container. */
const largest = 256 << 20
const passing = new Set([408, 425, 429, 500, 502, 503, 504])
/** A large file takes its time. */
const policy: RetryPolicy = { ...patient, timeoutMs: 120_000 }

/**
 * Asks until the server gives an answer that waiting would not change: only what may be asked twice.
 *
 * @throws ConnectorError `server-busy`, `server-not-trusted`, `interrupted`, `document-too-large`.
 */
export async function ask(
  fetch: typeof globalThis.fetch,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    if (signal.aborted) throw new ConnectorError('interrupted')
    let pause = policy.firstWaitMs * 2 ** (attempt - 1)
    try {
      const within = AbortSignal.any([signal, AbortSignal.timeout(policy.timeoutMs)])
      const response = await fetch(url, { ...init, signal: within })
      const { status, headers } = response
      if (!passing.has(status)) return { status, headers, bytes: await whole(response) }
      await response.body?.cancel()
      pause = Math.max(pause, retryAfterMs(headers.get('retry-after')) ?? 0)
    } catch (error) {
      if (signal.aborted) throw new ConnectorError('interrupted')
      if (error instanceof ConnectorError) throw error
      if (isMistrust(error)) throw new ConnectorError('server-not-trusted')
    }
    if (attempt >= policy.attempts) throw new ConnectorError('server-busy')
    await wait(Math.min(pause, policy.longestWaitMs), undefined, { signal }).catch(() => undefined)
  }
}

async function whole(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > largest) throw new ConnectorError('document-too-large')
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
