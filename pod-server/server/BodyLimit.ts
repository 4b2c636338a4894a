import type { IncomingHttpHeaders } from 'node:http'
import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import type { Settings } from '../settings.ts'
import { letGo } from './read-bounded.ts'
import type { Refusal } from './refusal.ts'

/** A patch is parsed in memory before anyone is asked whether it may be done: it must be small. */
export const maxPatchBytes = 1024 * 1024

export const tooLarge: Refusal = {
  status: 413,
  code: 'too-large',
  message: {
    fr: 'Ce corps est trop gros : envoyez-le en plusieurs fois.',
    en: 'This body is too large: send it in parts.',
  },
}

/** Refuses bodies that say they are too large before a byte of them is read; who reads the others counts as they come. */
export class BodyLimit extends HttpHandler {
  private readonly bodyBytes: number

  constructor({ limits }: Settings) {
    super()
    this.bodyBytes = limits.bodyBytes
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (!this.isTooLarge(request.method, request.headers))
      throw new NotImplementedHttpError('within the limits')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const { status, code, message } = tooLarge
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ code, message }))
    letGo(request)
  }

  private isTooLarge(method: string | undefined, headers: IncomingHttpHeaders): boolean {
    return Number(headers['content-length'] ?? 0) > (method === 'PATCH' ? maxPatchBytes : this.bodyBytes)
  }
}
