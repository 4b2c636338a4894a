import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import { isOperator } from '../server/operator-token.ts'
import { readBounded } from '../server/read-bounded.ts'
import { type Invited, isEmail, type SignUps } from './SignUps.ts'

const path = '/.invitations'
const maxBytes = 1024

/** `POST /.invitations`, for whoever can read the token in the data folder; for anybody else there is no such address. */
export class InviteHandler extends HttpHandler {
  private readonly operatorToken: string
  private readonly signUps: SignUps

  constructor(operatorToken: string, signUps: SignUps) {
    super()
    this.operatorToken = operatorToken
    this.signUps = signUps
  }

  override async canHandle({ request: { url, method, headers } }: HttpHandlerInput): Promise<void> {
    if (method !== 'POST' || url !== path || !isOperator(headers.authorization, this.operatorToken))
      throw new NotImplementedHttpError('not for the operator')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const invited = invitedIn((await readBounded(request, maxBytes))?.toString('utf8') ?? '')
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
    if (!invited) return void response.writeHead(400, headers).end(JSON.stringify({ code: 'bad-request' }))
    const code = await this.signUps.invite(invited)
    response.writeHead(201, headers).end(JSON.stringify({ code }))
  }
}

function invitedIn(text: string): Invited | undefined {
  try {
    const { email } = JSON.parse(text) as { email?: unknown }
    if (email === undefined) return {}
    return typeof email === 'string' && isEmail(email) ? { email: email.toLowerCase() } : undefined
  } catch {
    return undefined
  }
}
