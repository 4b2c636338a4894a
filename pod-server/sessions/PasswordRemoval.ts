import {
  JsonInteractionHandler,
  type JsonInteractionHandlerInput,
  type JsonRepresentation,
} from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import type { WayInLetters } from '../mail/WayInLetters.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { unit } from '../storage/request.ts'

/** CSS's deletion of a log-in by password, by a tool: its address is told so while the account still has it. */
export class PasswordRemoval extends JsonInteractionHandler {
  private readonly source: JsonInteractionHandler
  private readonly engine: PodEngine
  private readonly letters: WayInLetters

  constructor(source: JsonInteractionHandler, engine: PodEngine, letters: WayInLetters) {
    super()
    this.source = source
    this.engine = engine
    this.letters = letters
  }

  override async canHandle(input: JsonInteractionHandlerInput): Promise<void> {
    await this.source.canHandle(input)
  }

  override handle(input: JsonInteractionHandlerInput): Promise<JsonRepresentation> {
    return oneCommit(this.engine, {}, async () => {
      const letters = await this.letters.about('password-removed', input.accountId ?? '')
      const answer = await this.source.handle(input)
      unit.getStore()?.setValues(letters)
      return answer
    })
  }
}
