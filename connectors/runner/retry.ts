import { setTimeout as wait } from 'node:timers/promises'
import { ConnectorError } from '../errors.ts'
import { isMistrust } from '../solid/mistrust.ts'
import type { Pace } from './Pace.ts'

export interface RetryPolicy {
  readonly attempts: number
  /** Wait before the second attempt; doubled each time, with jitter. */
  readonly firstWaitMs: number
  /** No wait is longer, whatever the server asks. */
  readonly longestWaitMs: number
  /** One request, from connection to the end of the answer. */
  readonly timeoutMs: number
}

export const patient: RetryPolicy = {
  attempts: 6,
  firstWaitMs: 500,
  longestWaitMs: 30_000,
  timeoutMs: 30_000,
}

/** How requests are sent. */
export interface Manner {
  readonly policy: RetryPolicy
  readonly signal: AbortSignal
  /** Shared by all that ask the same server; none: as fast as they come. */
  readonly pace?: Pace | undefined
}

/** What a request brought back: its body is read, and bounded. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  /** An earlier attempt got no answer: the server may have done the work already. */
  readonly repeated: boolean
}

const retryable = new Set([408, 425, 429, 500, 502, 503, 504])

/**
 * Sends until the server gives an answer that waiting would not change. Only for requests that may be sent twice.
 *
 * @throws ConnectorError `server-busy` when the attempts are used up, `server-not-trusted`, `interrupted` when the signal ends them.
 */
export async function sendWithRetry(
  send: (signal: AbortSignal) => Promise<Response>,
  { policy, signal, pace }: Manner,
): Promise<Answer> {
  let repeated = false
  for (let attempt = 1; ; attempt += 1) {
    if (signal.aborted) throw new ConnectorError('interrupted')
    const backOff = policy.firstWaitMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2)
    let retryAfter: number | undefined
    await pace?.turn(signal)
    let end: Parameters<Pace['end']>[0] = 'no-answer'
    try {
      const response = await send(AbortSignal.any([signal, AbortSignal.timeout(policy.timeoutMs)]))
      const body = await boundedText(response)
      if (!retryable.has(response.status)) {
        end = 'answered'
        return { status: response.status, headers: response.headers, body, repeated }
      }
      retryAfter = retryAfterMs(response.headers.get('retry-after'))
      const isRest = response.status === 429 || (response.status === 503 && retryAfter !== undefined)
      if (isRest) end = { rest: retryAfter ?? backOff }
    } catch (error) {
      if (signal.aborted) throw new ConnectorError('interrupted')
      if (error instanceof ConnectorError) throw error
      if (isMistrust(error)) throw new ConnectorError('server-not-trusted')
    } finally {
      pace?.end(end)
    }
    repeated = true
    if (attempt >= policy.attempts) {
      pace?.giveUp()
      throw new ConnectorError('server-busy')
    }
    const ms = Math.min(Math.max(backOff, retryAfter ?? 0), policy.longestWaitMs)
    await wait(ms, undefined, { signal }).catch(() => undefined)
  }
}

/** RFC 9110 §10.2.3: seconds, or a date. */
export function retryAfterMs(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000
  const until = Date.parse(header)
  return Number.isNaN(until) ? undefined : Math.max(0, until - now)
}

/** Answers are short; the first 64 KiB are enough, and the rest is let go. */
async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    size += chunk.length
    if (size > 64 * 1024) break
  }
  return Buffer.concat(chunks).toString('utf8')
}
