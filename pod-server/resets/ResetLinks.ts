import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import { AgentError } from '../agent/errors.ts'
import { isOperator } from '../server/operator-token.ts'
import type { Resets } from './Resets.ts'

const address = /^\/\.resets\/([a-z0-9%._-]{1,300})$/i

/**
 * `POST /.resets/<pod>`, for whoever can read the token in the data folder; for anybody else there is no such address. Answers a
 * link by which the citizen of the pod chooses a new password.
 */
export class ResetLinks extends HttpHandler {
  private readonly operatorToken: string
  private readonly resets: Resets

  constructor(operatorToken: string, resets: Resets) {
    super()
    this.operatorToken = operatorToken
    this.resets = resets
  }

  override async canHandle({ request: { url = '', method, headers } }: HttpHandlerInput): Promise<void> {
    const isAsked = method === 'POST' && address.test(url)
    if (!isAsked || !isOperator(headers.authorization, this.operatorToken))
      throw new NotImplementedHttpError('not for the operator')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const [, name = ''] = address.exec(request.url ?? '') ?? []
    const link = await this.resets.link(decodeURIComponent(name)).catch((error: unknown) => {
      if (error instanceof AgentError) return error
      throw error
    })
    const isRefused = link instanceof AgentError
    const status = isRefused ? link.status : link ? 201 : 404
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(isRefused ? { code: link.code } : link ? { link } : { code: 'not-found' }))
  }
}
