import type { IncomingMessage } from 'node:http'
import { guardedStreamFrom, type HttpRequest } from '@solid/community-server'

/** A request whose body was read, as it came: CSS answers it from its beginning. */
export function replayed(request: IncomingMessage, body: Buffer): HttpRequest {
  const { method, url, headers, rawHeaders, httpVersion, socket } = request
  const again = guardedStreamFrom([body], { objectMode: false })
  return Object.assign(again, {
    method,
    url,
    headers,
    rawHeaders,
    httpVersion,
    socket,
    complete: true,
  }) as unknown as HttpRequest
}
