import type { IncomingMessage } from 'node:http'

/**
 * Makes a path of a request target that has its host in it; that host then counts, and not the Host header
 * (RFC 9112 §3.2.2). Any other target stays as it is.
 */
export function toOriginForm(request: Pick<IncomingMessage, 'url' | 'headers'>): void {
  const [, host, rest = ''] = /^https?:\/\/([^/?#@]+)([/?].*)?$/is.exec(request.url ?? '') ?? []
  if (host === undefined) return
  request.url = rest.startsWith('/') ? rest : `/${rest}`
  request.headers.host = host
}
