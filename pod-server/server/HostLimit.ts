import type { IncomingHttpHeaders } from 'node:http'
import {
  HttpHandler,
  type HttpHandlerInput,
  NotImplementedHttpError,
  parseForwarded,
} from '@solid/community-server'
import { errorPage, errorSentence, errorStyleSource } from '../pages/ErrorPage.ts'
import type { Settings } from '../settings.ts'
import { letGo } from './read-bounded.ts'
import type { Refusal } from './refusal.ts'

const refusal: Refusal = { status: 421, code: 'unknown-host', message: errorSentence(421) }

/** Refuses hosts that are none of ours: our pages name the base address, and would be half there under another. */
export class HostLimit extends HttpHandler {
  private readonly settings: Settings

  constructor(settings: Settings) {
    super()
    this.settings = settings
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (isOurHost(request.headers, this.settings)) throw new NotImplementedHttpError('one of ours')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const { status, code, message } = refusal
    const html = String(request.headers.accept ?? '').includes('text/html')
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; style-src ${errorStyleSource}; frame-ancestors 'none'`,
    )
    response.setHeader('x-content-type-options', 'nosniff')
    response.writeHead(status, { 'content-type': html ? 'text/html; charset=utf-8' : 'application/json' })
    response.end(html ? errorPage(status, this.settings) : JSON.stringify({ code, message }))
    letGo(request)
  }
}

/** Whether a request is for a host of ours, or for this machine by one of its own names, as health checks are. Pure. */
export function isOurHost(headers: IncomingHttpHeaders, { baseUrl, apps }: Settings): boolean {
  const text = parseForwarded(headers).host ?? headers.host
  // CSS says what is wrong with these.
  if (text === undefined || !URL.canParse(`http://${text}`)) return true
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(`http://${text}`).hostname)) return true
  return [baseUrl, ...apps.map(({ origin }) => origin)]
    .map((address) => new URL(address))
    .some(({ protocol, host }) => host === new URL(`${protocol}//${text}`).host)
}
