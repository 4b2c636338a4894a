import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import { AgentError } from '../agent/errors.ts'
import { isEmail } from '../mail/is-email.ts'
import { isOperator } from '../server/operator-token.ts'
import { readBounded } from '../server/read-bounded.ts'
import type { Invited, SignUps } from './SignUps.ts'

const path = '/.invitations'
const maxBytes = 1024

export interface Asked extends Invited {
  /** The code goes to that address, and to nobody else. */
  readonly byLetter?: boolean
}

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
    const asked = askedIn((await readBounded(request, maxBytes))?.toString('utf8') ?? '')
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
    if (!asked) return void response.writeHead(400, headers).end(JSON.stringify({ code: 'bad-request' }))
    try {
      const answer = await this.invite(asked)
      response.writeHead(201, headers).end(JSON.stringify(answer))
    } catch (error) {
      if (!(error instanceof AgentError)) throw error
      response.writeHead(error.status, headers).end(JSON.stringify({ code: error.code }))
    }
  }

  private async invite({ email, byLetter }: Asked): Promise<{ code?: string }> {
    if (byLetter !== true || email === undefined)
      return { code: await this.signUps.invite(email === undefined ? {} : { email }) }
    await this.signUps.inviteByLetter(email)
    return {}
  }
}

function askedIn(text: string): Asked | undefined {
  try {
    const { email, byLetter } = JSON.parse(text) as Record<keyof Asked, unknown>
    if (email === undefined) return {}
    if (typeof email !== 'string' || !isEmail(email)) return undefined
    return { email: email.toLowerCase(), byLetter: byLetter === true }
  } catch {
    return undefined
  }
}
