import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import type { CompiledAcls } from '../access/CompiledAcls.ts'
import { isOperator } from './operator-token.ts'

/** What a running server says of itself to the operator: numbers alone. */
export interface ServerNumbers {
  /** Seconds since its start. */
  readonly uptime: number
  /** Bytes of memory. */
  readonly resident: number
  /** Access rules that are kept in memory, by document. */
  readonly rules: { readonly kept: number; readonly most: number }
}

/** `/.status`, for whoever can read the token that a start leaves in the data folder; for anybody else there is no such address. */
export class ServerStatus extends HttpHandler {
  private readonly token: string
  private readonly acls: CompiledAcls

  constructor(operatorToken: string, acls: CompiledAcls) {
    super()
    this.token = operatorToken
    this.acls = acls
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (request.url !== '/.status' || !isOperator(request.headers.authorization, this.token))
      throw new NotImplementedHttpError('not for the operator')
  }

  override async handle({ response }: HttpHandlerInput): Promise<void> {
    const numbers: ServerNumbers = {
      uptime: Math.round(process.uptime()),
      resident: process.memoryUsage.rss(),
      rules: this.acls.size,
    }
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(numbers))
  }
}
