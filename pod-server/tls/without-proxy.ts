import type { IncomingMessage } from 'node:http'

/**
 * A server with a certificate of its own has no proxy before it: what a client says of one is dropped, and the request says,
 * as a proxy would, that it came by https.
 */
export function withoutProxy({ headers }: Pick<IncomingMessage, 'headers'>): void {
  delete headers.forwarded
  for (const name of ['for', 'host', 'port']) delete headers[`x-forwarded-${name}`]
  headers['x-forwarded-proto'] = 'https'
}
