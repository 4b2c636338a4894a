import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { isOperator } from '../server/operator-token.ts'

const address = /^\/\.quotas\/([a-z0-9%._-]{1,300})\/(\d{1,15})$/i

/**
 * `POST /.quotas/<pod>/<bytes>`, for whoever can read the token in the data folder; for anybody else there is no such
 * address. Gives a pod another quota.
 */
export class PodQuotas extends HttpHandler {
  private readonly operatorToken: string
  private readonly engine: PodEngine

  constructor(operatorToken: string, engine: PodEngine) {
    super()
    this.operatorToken = operatorToken
    this.engine = engine
  }

  override async canHandle({ request: { url = '', method, headers } }: HttpHandlerInput): Promise<void> {
    const isAsked = method === 'POST' && address.test(url)
    if (!isAsked || !isOperator(headers.authorization, this.operatorToken))
      throw new NotImplementedHttpError('not for the operator')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const [, name = '', bytes] = address.exec(request.url ?? '') ?? []
    const pod = decodeURIComponent(name)
    const isThere = (await this.engine.usage(pod)) !== undefined
    if (isThere) await this.engine.setQuota(pod, Number(bytes))
    response.writeHead(isThere ? 201 : 404, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    })
    response.end(JSON.stringify(isThere ? {} : { code: 'not-found' }))
  }
}
