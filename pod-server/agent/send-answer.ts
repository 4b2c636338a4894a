import type { HttpResponse } from '@solid/community-server'
import { Jws } from './receipt.ts'

/** JSON, a receipt as it was signed, or nothing; no cache keeps it. */
export function sendAnswer(response: HttpResponse, status: number, body: unknown): void {
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-content-type-options', 'nosniff')
  if (body === undefined) response.writeHead(status).end()
  else if (body instanceof Jws)
    response.writeHead(status, { 'content-type': 'application/jwt' }).end(body.text)
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
