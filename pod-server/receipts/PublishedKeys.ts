import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { SigningKeys } from '../keys/SigningKeys.ts'
import { keysPath } from './keys-path.ts'

/** Serves the public keys of receipts. */
export class PublishedKeys extends HttpHandler {
  private readonly keys: SigningKeys

  constructor(engine: PodEngine) {
    super()
    this.keys = new SigningKeys(engine, 'receipts')
  }

  override async canHandle({ request: { url, method } }: HttpHandlerInput): Promise<void> {
    if (url?.replace(/\?.*$/, '') !== keysPath) throw new NotImplementedHttpError('not the keys')
    if (method !== 'GET' && method !== 'HEAD') throw new NotImplementedHttpError('only read')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const keys = (await this.keys.published()).map(({ jwk }) => jwk)
    const body = JSON.stringify({ keys })
    response.writeHead(200, {
      'content-type': 'application/jwk-set+json',
      // They are public, and nobody's.
      'access-control-allow-origin': '*',
      'cache-control': 'max-age=300',
      'x-content-type-options': 'nosniff',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}
