import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import { AgentError } from '../agent/errors.ts'
import { isOperator } from '../server/operator-token.ts'

/**
 * What the operator may have the server do, by `POST` to an address of its own, with the token that a start leaves in the
 * data folder; for anybody else there is no such address.
 */
export abstract class OperatorAct extends HttpHandler {
  private readonly operatorToken: string
  private readonly address: RegExp

  /** `address`: its groups are what is acted on. */
  constructor(operatorToken: string, address: RegExp) {
    super()
    this.operatorToken = operatorToken
    this.address = address
  }

  override async canHandle({ request: { url = '', method, headers } }: HttpHandlerInput): Promise<void> {
    const isAsked = method === 'POST' && this.address.test(url)
    if (!isAsked || !isOperator(headers.authorization, this.operatorToken))
      throw new NotImplementedHttpError('not for the operator')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const [, ...words] = this.address.exec(request.url ?? '') ?? []
    const done = await this.act(...words.map(decodeURIComponent)).catch((error: unknown) => {
      if (error instanceof AgentError) return error
      throw error
    })
    const isRefused = done instanceof AgentError
    response.writeHead(isRefused ? done.status : done ? 201 : 404, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    })
    response.end(JSON.stringify(isRefused ? { code: done.code } : (done ?? { code: 'not-found' })))
  }

  /** @returns what is answered; undefined where there is nothing of that name. @throws AgentError */
  protected abstract act(...words: readonly string[]): Promise<object | undefined>
}
