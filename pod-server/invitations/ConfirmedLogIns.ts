import {
  JsonInteractionHandler,
  type JsonInteractionHandlerInput,
  type JsonRepresentation,
  type JsonView,
} from '@solid/community-server'
import { AgentError } from '../agent/errors.ts'
import { asHttp } from './InvitedAccounts.ts'
import type { SignUps } from './SignUps.ts'

/** CSS's making of a log-in, by a tool, which confirms no e-mail address: where there are letters, it is the one invited. */
export class ConfirmedLogIns extends JsonInteractionHandler implements JsonView {
  private readonly source: JsonInteractionHandler & JsonView
  private readonly signUps: SignUps

  constructor(source: JsonInteractionHandler & JsonView, signUps: SignUps) {
    super()
    this.source = source
    this.signUps = signUps
  }

  override async canHandle(input: JsonInteractionHandlerInput): Promise<void> {
    await this.source.canHandle(input)
  }

  getView(input: JsonInteractionHandlerInput): Promise<JsonRepresentation> {
    return this.source.getView(input)
  }

  /** @throws HttpError 403 `sign-up-by-page` */
  override async handle(input: JsonInteractionHandlerInput): Promise<JsonRepresentation> {
    const { email } = (input.json ?? {}) as { email?: unknown }
    await this.signUps.assertConfirmed(input.accountId, email).catch((error: unknown) => {
      throw error instanceof AgentError ? asHttp(error) : error
    })
    return this.source.handle(input)
  }
}
