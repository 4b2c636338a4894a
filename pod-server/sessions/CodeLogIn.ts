import {
  type AccountStore,
  HttpError,
  type JsonInteractionHandlerInput,
  type JsonRepresentation,
  type JsonView,
  type PasswordStore,
  type PodStore,
  ResolveLoginHandler,
  type WebIdStore,
} from '@solid/community-server'
import { podName } from '../accounts/citizens.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { asking } from '../identity/asked-from.ts'
import type { WayInLetters } from '../mail/WayInLetters.ts'
import { isWrong, tooMany } from '../passwords/wrong-log-ins.ts'
import type { Settings } from '../settings.ts'
import { KnownDevices } from '../tries/KnownDevices.ts'
import { type Limit, TooManyTries, Tries } from '../tries/Tries.ts'
import type { AccountSessions } from './AccountSessions.ts'
import { LogIns } from './LogIns.ts'
import { RecoveryCodes } from './RecoveryCodes.ts'

type LogIn = Awaited<ReturnType<ResolveLoginHandler['login']>>

export interface CodeLogInArgs {
  readonly accountStore: AccountStore
  readonly sessions: AccountSessions
  readonly passwordStore: PasswordStore
  readonly podStore: PodStore
  readonly webIdStore: WebIdStore
  readonly engine: PodEngine
  readonly settings: Settings
  readonly letters: WayInLetters
}

/** Characters of an e-mail address that tell one from another (RFC 5321 §4.5.3.1). */
const longestWho = 320
const minute = 60_000
/** Whoever copies from paper makes mistakes. */
const few: Limit = { most: 10, windowMs: 10 * minute, endsRight: true }
const ofPlace: Limit = { most: 100, windowMs: 60 * minute }

/**
 * Log-in by a recovery code: `{ who, code, remember }`, where `who` is an e-mail address or the name of a pod, as an account
 * with passkeys alone has no e-mail address. All other log-ins end: what was lost may be in somebody's hands. For ten
 * minutes the session gives its account another way to log in (see AccountSessions), and does nothing else that is powerful.
 */
export class CodeLogIn extends ResolveLoginHandler implements JsonView {
  private readonly args: CodeLogInArgs
  private readonly codes: RecoveryCodes
  private readonly tries: Tries
  private readonly devices: KnownDevices
  private readonly logIns: LogIns

  constructor(args: CodeLogInArgs) {
    const { sessions } = args
    super(args.accountStore, {
      generate: (accountId) => sessions.recovered(accountId),
      get: (cookie) => sessions.get(cookie),
      refresh: (cookie) => sessions.refresh(cookie),
      delete: (cookie) => sessions.delete(cookie),
    })
    this.args = args
    this.codes = new RecoveryCodes(args.engine)
    this.tries = new Tries(args.engine)
    this.devices = new KnownDevices(args.engine)
    this.logIns = new LogIns(args.engine, sessions)
  }

  async getView(): Promise<JsonRepresentation> {
    return { json: { fields: { who: { required: true }, code: { required: true } } } }
  }

  /** @throws HttpError 403, 429 `too-many-tries` */
  override async login({ json }: JsonInteractionHandlerInput): Promise<LogIn> {
    const { who, code, remember } = (json ?? {}) as Readonly<Record<string, unknown>>
    if (typeof who !== 'string' || typeof code !== 'string' || who.length > longestWho) throw wrong()
    const asked = who.trim().toLowerCase()
    const found = await this.accountOf(asked)
    const { address } = asking()
    const limits = {
      [`codes of ${asked} from ${address}`]: few,
      [`codes from ${address}`]: ofPlace,
    }
    const spend = () => this.spend(found, code)
    const accountId = await this.tries.tried(limits, spend, isWrong).catch((error) => {
      throw error instanceof TooManyTries ? tooMany(error.retryAfterSeconds) : error
    })
    await this.devices.remember(accountId)
    return { json: { accountId, remember: remember === true } }
  }

  private async spend(accountId: string | undefined, code: string): Promise<string> {
    const { webIdStore, letters } = this.args
    // Nobody's code is looked for too: it takes as long.
    const isRight = await this.codes.spend(accountId ?? 'nobody', code, async () => {
      const links = await webIdStore.findLinks(accountId ?? '')
      const webIds = links.map(({ webId }) => webId)
      const ended = await this.logIns.endOfOthers(accountId ?? '', webIds, undefined)
      return [...ended, ...(await letters.about('code-used', accountId ?? ''))]
    })
    if (!accountId || !isRight) throw wrong()
    return accountId
  }

  private async accountOf(who: string): Promise<string | undefined> {
    const { passwordStore, podStore, settings } = this.args
    if (who.includes('@')) return (await passwordStore.findByEmail(who))?.accountId
    if (!podName.test(who)) return undefined
    return (await podStore.findByBaseUrl(`${settings.baseUrl}${who}/`))?.accountId
  }
}

const wrong = (): HttpError =>
  new HttpError(
    403,
    'WrongCode',
    'Ce code n’ouvre pas ce compte, ou il a déjà servi. / This code does not open this account, or it was used already.',
    { errorCode: 'wrong-code' },
  )
