import type { IncomingMessage } from 'node:http'

/**
 * Whether a request comes from a page of another origin, or changes something without saying where it comes from. What
 * acts by a cookie alone must not (OWASP CSRF: verify the source origin).
 */
export function isForeign(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  own: string,
): boolean {
  const site = headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return true
  const changes = method !== 'GET' && method !== 'HEAD'
  return (headers.origin ?? (changes ? '' : own)) !== own
}
