import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { isOperator } from '../server/operator-token.ts'
import { type PurposeName, purposes } from './purposes.ts'
import { SigningKeys } from './SigningKeys.ts'

const address = new RegExp(`^/\\.keys/(${Object.keys(purposes).join('|')})$`)

/** `POST /.keys/<purpose>`, for whoever can read the token in the data folder; for anybody else there is no such address. */
export class KeyRenewal extends HttpHandler {
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
    const [, purpose = ''] = address.exec(request.url ?? '') ?? []
    const { kid } = await new SigningKeys(this.engine, purpose as PurposeName).renew()
    response.writeHead(201, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify({ kid }))
  }
}
