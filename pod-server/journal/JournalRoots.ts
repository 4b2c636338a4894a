import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { rootsOf } from './roots.ts'

/** `/.journal/roots`: the daily roots over all journals, for anyone to keep. They tell nothing of anybody. */
export class JournalRoots extends HttpHandler {
  private readonly engine: PodEngine

  constructor(engine: PodEngine) {
    super()
    this.engine = engine
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    // Without a query: each other one would be another thing to keep for a cache.
    if (request.url !== '/.journal/roots') throw new NotImplementedHttpError('no roots')
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new NotImplementedHttpError('only read')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const body = JSON.stringify({ hash: 'SHA-256, RFC 9162 §2.1', roots: await rootsOf(this.engine) })
    response.setHeader('content-type', 'application/json')
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('cache-control', 'public, max-age=3600')
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : body)
  }
}
