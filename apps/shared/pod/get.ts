import { asFailure, kindOfStatus, PodFailure } from './failure.ts'

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>

export interface GetOptions {
  readonly accept: string
  /** Bytes; a larger answer is dropped while it comes. */
  readonly limit: number
  /** Entity tag that we have: an unchanged resource answers `undefined`. */
  readonly etag?: string
  readonly signal?: AbortSignal
}

export interface Got {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly etag: string | undefined
}

/**
 * GETs a resource, whole, within a bound. Never through the HTTP cache: answers are the citizen's, and kept by `cache.ts`.
 *
 * @throws PodFailure
 */
export async function get(fetch: Fetch, url: string, options: GetOptions): Promise<Got | undefined> {
  try {
    const headers = { accept: options.accept, ...(options.etag ? { 'if-none-match': options.etag } : {}) }
    const response = await fetch(url, {
      headers,
      cache: 'no-store',
      ...(options.signal ? { signal: options.signal } : {}),
    })
    if (response.status === 304) return undefined
    if (!response.ok) throw new PodFailure(kindOfStatus(response.status), url, response.status)
    return {
      bytes: await readBounded(response, url, options.limit),
      type: response.headers.get('content-type') ?? '',
      etag: response.headers.get('etag') ?? undefined,
    }
  } catch (error) {
    throw asFailure(error, url)
  }
}

async function readBounded(response: Response, url: string, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length
    if (length > limit) {
      await reader?.cancel()
      throw new PodFailure('too-large', url)
    }
    chunks.push(part.value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
