import {
  JsonInteractionHandler,
  type JsonInteractionHandlerInput,
  type JsonRepresentation,
  type JsonView,
  SOLID_HTTP,
  type WebIdStore,
} from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import type { WayInLetters } from '../mail/WayInLetters.ts'
import { unit } from '../storage/request.ts'
import type { AccountSessions } from './AccountSessions.ts'
import { LogIns } from './LogIns.ts'

/** CSS's change of a password, by a tool: whoever else was logged in by the old one is out, as by our pages. */
export class PasswordChange extends JsonInteractionHandler implements JsonView {
  private readonly source: JsonInteractionHandler & JsonView
  private readonly webIdStore: WebIdStore
  private readonly logIns: LogIns
  private readonly letters: WayInLetters

  constructor(
    source: JsonInteractionHandler & JsonView,
    webIdStore: WebIdStore,
    engine: PodEngine,
    sessions: AccountSessions,
    letters: WayInLetters,
  ) {
    super()
    this.source = source
    this.webIdStore = webIdStore
    this.logIns = new LogIns(engine, sessions)
    this.letters = letters
  }

  override async canHandle(input: JsonInteractionHandlerInput): Promise<void> {
    await this.source.canHandle(input)
  }

  getView(input: JsonInteractionHandlerInput): Promise<JsonRepresentation> {
    return this.source.getView(input)
  }

  override async handle(input: JsonInteractionHandlerInput): Promise<JsonRepresentation> {
    const { accountId, metadata } = input
    if (accountId === undefined) return this.source.handle(input)
    const webIds = (await this.webIdStore.findLinks(accountId)).map(({ webId }) => webId)
    const cookie = metadata.get(SOLID_HTTP.terms.accountCookie)?.value
    return this.logIns.endingOthers(accountId, webIds, cookie, async () => {
      const answer = await this.source.handle(input)
      unit.getStore()?.setValues(await this.letters.about('password-changed', accountId))
      return answer
    })
  }
}
