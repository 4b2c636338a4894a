import {
  JsonInteractionHandler,
  type JsonInteractionHandlerInput,
  type JsonRepresentation,
  type JsonView,
} from '@solid/community-server'
import { asking } from '../identity/asked-from.ts'

/**
 * A log-in, whose answer tells a tool its session. A page has it in its cookie, which no script reads (HttpOnly): nor does
 * one in the answer.
 */
export class UntoldCookies extends JsonInteractionHandler implements JsonView {
  private readonly source: JsonInteractionHandler & JsonView

  constructor(source: JsonInteractionHandler & JsonView) {
    super()
    this.source = source
  }

  override async canHandle(input: JsonInteractionHandlerInput): Promise<void> {
    await this.source.canHandle(input)
  }

  getView(input: JsonInteractionHandlerInput): Promise<JsonRepresentation> {
    return this.source.getView(input)
  }

  override async handle(input: JsonInteractionHandlerInput): Promise<JsonRepresentation> {
    const answer = await this.source.handle(input)
    if (!asking().isPage) return answer
    const { authorization: _, ...json } = answer.json
    return { ...answer, json }
  }
}
