import {
  type AccountStore,
  type CookieStore,
  HttpError,
  type JsonInteractionHandlerInput,
  type JsonRepresentation,
  type JsonView,
  RepresentationMetadata,
  ResolveLoginHandler,
} from '@solid/community-server'
import { AgentError } from '../agent/errors.ts'
import { askingAddress } from '../identity/asked-from.ts'
import { RETRY_AFTER } from '../storage/metadata.ts'
import type { SignUps } from './SignUps.ts'

/** CSS's making of an account, by a tool: `{"invitation"}` where one is needed, or given. */
export class InvitedAccounts extends ResolveLoginHandler implements JsonView {
  private readonly signUps: SignUps

  constructor(accountStore: AccountStore, cookieStore: CookieStore, signUps: SignUps) {
    super(accountStore, cookieStore)
    this.signUps = signUps
  }

  async getView(): Promise<JsonRepresentation> {
    return { json: {} }
  }

  /** @throws HttpError 403 `invitation-needed`, 404 `invitation-unknown`, 410 `invitation-late` and `invitation-used`, 429 */
  override async login({
    json,
  }: JsonInteractionHandlerInput): Promise<JsonRepresentation<{ accountId: string }>> {
    const { invitation } = (json ?? {}) as { invitation?: unknown }
    try {
      const create = () => this.accountStore.create()
      return { json: { accountId: await this.signUps.byTool(invitation, askingAddress(), create) } }
    } catch (error) {
      throw error instanceof AgentError ? asHttp(error) : error
    }
  }
}

export function asHttp({ code, status, sentence: { fr, en }, retryAfter }: AgentError): HttpError {
  const metadata = new RepresentationMetadata()
  if (retryAfter !== undefined) metadata.add(RETRY_AFTER, String(retryAfter))
  return new HttpError(status, 'SignUpRefused', `${fr} / ${en}`, { errorCode: code, metadata })
}
