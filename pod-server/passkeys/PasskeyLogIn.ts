import {
  type AccountStore,
  type CookieStore,
  HttpError,
  type JsonInteractionHandlerInput,
  type JsonRepresentation,
  type JsonView,
  ResolveLoginHandler,
} from '@solid/community-server'
import type { Bilingual } from '../bilingual.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { KnownDevices } from '../tries/KnownDevices.ts'
import { PasskeyRefusal } from './PasskeyRefusal.ts'
import type { Passkeys } from './Passkeys.ts'

type LogIn = Awaited<ReturnType<ResolveLoginHandler['login']>>

const unknown: Bilingual = {
  fr: 'Cette clé d’accès n’ouvre aucun compte ici, ou la demande a trop attendu : recommencez.',
  en: 'This passkey opens no account here, or the request has waited too long: try again.',
}

/**
 * Log-in by passkey: GET gives the options of the ceremony, POST takes `{ response, remember }`. Below `/.account/`, where
 * an app that waits for a log-in is seen. As by password, nobody is in by a passkey that is deleted at that moment.
 */
export class PasskeyLogIn extends ResolveLoginHandler implements JsonView {
  private readonly passkeys: Passkeys
  private readonly devices: KnownDevices
  private readonly used = new WeakMap<JsonInteractionHandlerInput, string>()

  constructor(accountStore: AccountStore, cookieStore: CookieStore, passkeys: Passkeys, engine: PodEngine) {
    super(accountStore, cookieStore)
    this.passkeys = passkeys
    this.devices = new KnownDevices(engine)
  }

  async getView(): Promise<JsonRepresentation> {
    const { challenge, rpId, timeout, userVerification } = await this.passkeys.optionsOfLogIn()
    return { json: { options: { challenge, rpId, timeout, userVerification } } }
  }

  /** @throws HttpError 400, 403 `wrong-passkey` */
  override async handle(input: JsonInteractionHandlerInput): Promise<JsonRepresentation> {
    const answer = await super.handle(input)
    if (await this.passkeys.has(this.used.get(input) ?? '')) return answer
    await this.cookieStore.delete(String((answer.json as { authorization?: unknown }).authorization))
    throw refused(new PasskeyRefusal('wrong-passkey'))
  }

  override async login(input: JsonInteractionHandlerInput): Promise<LogIn> {
    const { response, remember } = (input.json ?? {}) as { response?: unknown; remember?: unknown }
    const { id, accountId } = await this.passkeys.logIn(response).catch((error) => {
      throw error instanceof PasskeyRefusal ? refused(error) : error
    })
    this.used.set(input, id)
    await this.devices.remember(accountId)
    return { json: { accountId, remember: remember === true } }
  }
}

const refused = ({ code }: PasskeyRefusal): HttpError =>
  new HttpError(code === 'bad-answer' ? 400 : 403, 'BadPasskey', `${unknown.fr} / ${unknown.en}`, {
    errorCode: code,
  })
