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

export const unknownHost: Refusal = { status: 421, code: 'unknown-host', message: errorSentence(421) }

const badHost: Refusal = {
  status: 400,
  code: 'bad-host',
  message: {
    fr: 'L’hôte ou le protocole de cette demande est mal formé.',
    en: 'The host or the protocol of this request is malformed.',
  },
}

/** Refuses hosts that are none of ours: our pages name the base address, and would be half there under another. */
export class HostLimit extends HttpHandler {
  private readonly settings: Settings

  constructor(settings: Settings) {
    super()
    this.settings = settings
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (!refusedHost(request.headers, this.settings)) throw new NotImplementedHttpError('one of ours')
  }

  override async handle(input: HttpHandlerInput): Promise<void> {
    refuseHost(refusedHost(input.request.headers, this.settings) ?? unknownHost, input, this.settings)
  }
}

/**
 * What is wrong with the host of a request, which is one of ours, or this machine by one of its own names, as health checks
 * are. RFC 9112 §3.2: 400 for one that is malformed; CSS says so where there is none. Pure.
 */
export function refusedHost(
  headers: IncomingHttpHeaders,
  { baseUrl, apps }: Pick<Settings, 'baseUrl' | 'apps'>,
): Refusal | undefined {
  const { host: text = headers.host, proto = 'http' } = parseForwarded(headers)
  if (text === undefined) return undefined
  if (!/^https?$/i.test(proto) || /[/\\*?#@]/.test(text) || !URL.canParse(`http://${text}`)) return badHost
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(`http://${text}`).hostname)) return undefined
  const isOurs = [baseUrl, ...apps.map(({ origin }) => origin)]
    .map((address) => new URL(address))
    .some(({ protocol, host }) => host === new URL(`${protocol}//${text}`).host)
  return isOurs ? undefined : unknownHost
}

export function refuseHost(
  { status, code, message }: Refusal,
  { request, response }: HttpHandlerInput,
  settings: Settings,
): void {
  const html = String(request.headers.accept ?? '').includes('text/html')
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; style-src ${errorStyleSource}; frame-ancestors 'none'`,
  )
  response.setHeader('x-content-type-options', 'nosniff')
  response.writeHead(status, { 'content-type': html ? 'text/html; charset=utf-8' : 'application/json' })
  response.end(html ? errorPage(status, settings) : JSON.stringify({ code, message }))
  letGo(request)
}
