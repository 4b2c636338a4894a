import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { provenSpace } from './erase.ts'
import { proofPath } from './proof-path.ts'

/** Serves the proof of an erasure to whoever knows its name; what is not done yet is as what was never asked. */
export class ErasureProofs extends HttpHandler {
  private readonly engine: PodEngine

  constructor(engine: PodEngine) {
    super()
    this.engine = engine
  }

  override async canHandle({ request: { url, method } }: HttpHandlerInput): Promise<void> {
    if (!url?.startsWith(proofPath)) throw new NotImplementedHttpError('not a proof')
    if (method !== 'GET' && method !== 'HEAD') throw new NotImplementedHttpError('only read')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const id = (request.url ?? '').slice(proofPath.length)
    const found = /^[0-9a-f]{32}$/.test(id) ? await this.engine.value(provenSpace, id) : undefined
    response.writeHead(found ? 200 : 404, {
      'content-type': found ? 'application/jwt' : 'text/plain; charset=utf-8',
      // It is nobody's, and only who has the name asks for it.
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const body = found ? (JSON.parse(found.value) as string) : none
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

const none = 'Aucun effacement de ce nom n’est fait ici. / No erasure of that name is done here.\n'
