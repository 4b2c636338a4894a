import {
  BadRequestHttpError,
  JsonInteractionHandler,
  type JsonInteractionHandlerInput,
  type JsonRepresentation,
  RepresentationMetadata,
  SOLID_HTTP,
} from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import type { AccountSessions } from './AccountSessions.ts'
import { LogIns } from './LogIns.ts'

/** Log-out by the account API: what was opened in that browser ends with it, as by our pages. */
export class LogOut extends JsonInteractionHandler {
  private readonly sessions: AccountSessions
  private readonly logIns: LogIns

  constructor(sessions: AccountSessions, engine: PodEngine) {
    super()
    this.sessions = sessions
    this.logIns = new LogIns(engine, sessions)
  }

  /** @throws HttpError 400 for a log-in of another account. */
  override async handle({
    metadata,
    accountId = '',
    target,
  }: JsonInteractionHandlerInput): Promise<JsonRepresentation> {
    const cookie = metadata.get(SOLID_HTTP.terms.accountCookie)?.value
    if (cookie === undefined) return { json: {} }
    const own = (await this.sessions.of(accountId)).find((it) => this.sessions.isOf(it, cookie))
    if (!own) throw new BadRequestHttpError('a log-in of another account')
    await this.logIns.endBrowser(accountId, own.key)
    const gone = new RepresentationMetadata(target)
    gone.set(SOLID_HTTP.terms.accountCookie, cookie)
    // A browser forgets a cookie whose time is over.
    gone.set(SOLID_HTTP.terms.accountCookieExpiration, new Date(0).toISOString())
    return { json: {}, metadata: gone }
  }
}
