import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import { operatorExport } from '#vocab/journal/entry'
import type { PodEngine } from '../engine/PodEngine.ts'
import { noteOperator } from '../journal/note-operator.ts'
import { isOperator } from '../server/operator-token.ts'

const address = /^\/\.exports\/([a-z0-9%._-]{1,300})$/i

/**
 * `POST /.exports/<pod>`, for whoever can read the token in the data folder; for anybody else there is no such address.
 * Writes down that the operator exports a pod: the command reads the file itself, beside the server that alone writes in it.
 */
export class PodExports extends HttpHandler {
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
    const [, name = ''] = address.exec(request.url ?? '') ?? []
    const isNoted = await noteOperator(this.engine, decodeURIComponent(name), operatorExport, 'read')
    response.writeHead(isNoted ? 201 : 404, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    })
    response.end(JSON.stringify(isNoted ? {} : { code: 'not-found' }))
  }
}
