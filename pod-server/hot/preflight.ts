import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { isCanonical } from './asked.ts'
import { commonHead } from './heads.ts'

/** Seconds that a browser keeps the answer: the longest that Chromium does. */
const maxAge = 7200

/** The answer to a browser that asks whether a page of another origin may send a request (Fetch, CORS preflight). Pure. */
export function preflightHead({ method, url, headers }: IncomingMessage): OutgoingHttpHeaders | undefined {
  if (method !== 'OPTIONS' || !headers.origin || !headers['access-control-request-method']) return undefined
  if (!url || !isCanonical(url)) return undefined
  const wanted = headers['access-control-request-headers']
  const { Vary, ...head } = commonHead(headers)
  return {
    ...head,
    Vary: `${Vary}, Access-Control-Request-Headers`,
    'Access-Control-Allow-Methods': 'GET,HEAD,OPTIONS,POST,PUT,PATCH,DELETE',
    ...(wanted ? { 'Access-Control-Allow-Headers': wanted } : {}),
    'Access-Control-Max-Age': maxAge,
    'Content-Length': 0,
  }
}
