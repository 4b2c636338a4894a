import type { IncomingMessage, ServerResponse } from 'node:http'
import { HttpError, RepresentationMetadata } from '@solid/community-server'
import { commonHead } from '../hot/heads.ts'
import { preflightHead } from '../hot/preflight.ts'
import { errorPage, errorSentence, errorStyleSource } from '../pages/ErrorPage.ts'
import { letGo } from '../server/read-bounded.ts'
import type { Refusal } from '../server/refusal.ts'
import type { Settings } from '../settings.ts'
import { RETRY_AFTER } from '../storage/metadata.ts'

export const tooMany: Refusal = { status: 429, code: 'too-many-requests', message: errorSentence(429) }

/** Refuses a request (RFC 6585 §4), so that an app on a page of another origin reads why, and a citizen too. */
export function refuseTooMany(
  request: IncomingMessage,
  response: ServerResponse,
  seconds: number,
  settings: Settings,
): void {
  const preflight = preflightHead(request)
  if (preflight) {
    // As cheap as a refusal, which no page would read: that of what it asks for is next.
    response.writeHead(204, preflight).end()
    return
  }
  const { status, code, message } = tooMany
  const html = String(request.headers.accept ?? '').includes('text/html')
  response.writeHead(status, {
    ...commonHead(request.headers),
    ...(html
      ? {
          'Content-Security-Policy': `default-src 'none'; style-src ${errorStyleSource}; frame-ancestors 'none'`,
        }
      : {}),
    'Retry-After': seconds,
    'Cache-Control': 'no-store',
    'Content-Type': html ? 'text/html; charset=utf-8' : 'application/json',
  })
  response.end(html ? errorPage(status, settings) : JSON.stringify({ code, message }))
  letGo(request)
}

/** The same, for CSS to tell. */
export class TooManyRequests extends HttpError {
  /** Until it is worth asking again. */
  readonly seconds: number

  constructor(seconds: number) {
    const { status, code, message } = tooMany
    const metadata = new RepresentationMetadata()
    metadata.add(RETRY_AFTER, String(seconds))
    super(status, 'TooManyRequests', `${message.fr} / ${message.en}`, { errorCode: code, metadata })
    this.seconds = seconds
  }
}
