import {
  type AccountStore,
  type CookieStore,
  ForbiddenHttpError,
  JsonInteractionHandler,
  type JsonInteractionHandlerInput,
  type JsonRepresentation,
  type JsonView,
  PasswordLoginHandler,
  type PasswordStore,
} from '@solid/community-server'
import type { Opened, ScryptPasswords } from '../passwords/ScryptPasswords.ts'

/**
 * CSS's log-in by password, which also stands while that password is changed: the change ends the sessions that it finds,
 * and one that it did not find yet sees the change, and ends itself before anybody is told of it.
 */
export class PasswordLogIn extends JsonInteractionHandler implements JsonView {
  private readonly accountStore: AccountStore
  private readonly passwordStore: ScryptPasswords
  private readonly cookieStore: CookieStore

  constructor(accountStore: AccountStore, passwordStore: ScryptPasswords, cookieStore: CookieStore) {
    super()
    this.accountStore = accountStore
    this.passwordStore = passwordStore
    this.cookieStore = cookieStore
  }

  getView(): Promise<JsonRepresentation> {
    return this.stock(this.passwordStore).getView()
  }

  /** @throws HttpError 403 */
  override async handle(input: JsonInteractionHandlerInput): Promise<JsonRepresentation> {
    let stands = async (): Promise<boolean> => false
    const authenticate = async (email: string, password: string): Promise<Opened> => {
      const opened = await this.passwordStore.authenticate(email, password)
      stands = () => this.passwordStore.stillOpens(opened, password)
      return opened
    }
    const noted = { authenticate } as Partial<PasswordStore> as PasswordStore
    const answer = await this.stock(noted).handle(input)
    if (await stands()) return answer
    await this.cookieStore.delete(String((answer.json as { authorization?: unknown }).authorization))
    throw new ForbiddenHttpError('Invalid email/password combination.')
  }

  private stock(passwordStore: PasswordStore): PasswordLoginHandler {
    const { accountStore, cookieStore } = this
    return new PasswordLoginHandler({ accountStore, passwordStore, cookieStore })
  }
}
