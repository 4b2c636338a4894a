import type { Fetch } from '../../shared/pod/get.ts'

/** Tries of one request, and the longest wait between two: milliseconds. */
const tries = 6
const longest = 30_000
const passing = new Set([429, 502, 503, 504])

/** The same requests, asked again where the server only wants to be asked later (RFC 9110 §10.2.3). */
export const patient =
  (fetch: Fetch): Fetch =>
  async (url, init) => {
    for (let count = 1; ; count++) {
      const response = await fetch(url, init)
      if (!passing.has(response.status) || count >= tries) return response
      await response.body?.cancel()
      const seconds = Number(response.headers.get('retry-after'))
      const asked = Number.isFinite(seconds) ? seconds * 1000 : 0
      await new Promise((go) => setTimeout(go, Math.min(longest, Math.max(asked, 250 * 2 ** count))))
    }
  }
