import type { IncomingHttpHeaders } from 'node:http'
import {
  HttpHandler,
  type HttpHandlerInput,
  NotImplementedHttpError,
  parseForwarded,
} from '@solid/community-server'
import type { Settings } from '../settings.ts'
import { refuseHost, unknownHost } from './HostLimit.ts'

/**
 * Refuses what is for this machine by a name that is not the base address: health checks and pages of apps have been
 * answered, and what comes after, CSS too, knows no other. RFC 9110 §15.5.20.
 */
export class BaseLimit extends HttpHandler {
  private readonly settings: Settings

  constructor(settings: Settings) {
    super()
    this.settings = settings
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (isForBase(request.headers, this.settings.baseUrl))
      throw new NotImplementedHttpError('for the base address')
  }

  override async handle(input: HttpHandlerInput): Promise<void> {
    refuseHost(unknownHost, input, this.settings)
  }
}

/** Whether a request is for the base address, with the protocol that a proxy says; CSS says so where there is no host. Pure. */
export function isForBase(headers: IncomingHttpHeaders, baseUrl: string): boolean {
  const { host = headers.host, proto = 'http' } = parseForwarded(headers)
  if (host === undefined) return true
  return URL.canParse(`${proto}://${host}`) && new URL(`${proto}://${host}`).href === baseUrl
}
