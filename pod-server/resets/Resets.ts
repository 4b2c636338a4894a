import type { PodStore, WebIdStore } from '@solid/community-server'
import { operatorReset } from '#vocab/journal/entry'
import { AgentError } from '../agent/errors.ts'
import { refusedAsPassword } from '../agent/refused-password.ts'
import { type Found, OneTimeCodes } from '../codes/OneTimeCodes.ts'
import { openCode } from '../codes/open-code.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { noteOperator } from '../journal/note-operator.ts'
import { isEmail } from '../mail/is-email.ts'
import { changedLetter, resetLetter } from '../mail/letters.ts'
import type { Mail } from '../mail/Mail.ts'
import type { ScryptPasswords } from '../passwords/ScryptPasswords.ts'
import type { AccountSessions } from '../sessions/AccountSessions.ts'
import { LogIns } from '../sessions/LogIns.ts'
import { RecoveryCodes } from '../sessions/RecoveryCodes.ts'
import type { Settings } from '../settings.ts'
import { unit } from '../storage/request.ts'

interface About {
  /** The log-in; none for an address that has no account. */
  readonly logIn?: string
  /** Of the password that was forgotten: once there is another, the code is worth nothing. */
  readonly mark?: string | undefined
}

export interface ResetsArgs {
  readonly engine: PodEngine
  readonly settings: Settings
  readonly passwords: ScryptPasswords
  readonly podStore: PodStore
  readonly webIdStore: WebIdStore
  readonly sessions: AccountSessions
  readonly mail: Mail
}

const halfAnHour = 30 * 60_000
const day = 24 * 3_600_000

/** New passwords for those who have forgotten theirs: by a letter to their address, or a link that the operator makes. */
export class Resets {
  private readonly args: ResetsArgs
  private readonly codes: OneTimeCodes<About>
  private readonly logIns: LogIns
  private readonly recoveryCodes: RecoveryCodes

  constructor(args: ResetsArgs) {
    this.args = args
    this.codes = new OneTimeCodes<About>(args.engine, 'resets', halfAnHour)
    this.logIns = new LogIns(args.engine, args.sessions)
    this.recoveryCodes = new RecoveryCodes(args.engine)
  }

  /** Whether whoever has forgotten theirs can ask for a letter. */
  get byLetter(): boolean {
    return this.args.mail.isOn
  }

  /**
   * Sends a letter to an e-mail address that has an account; for another the same is written, and nothing is sent.
   *
   * @throws AgentError `no-mail`, `bad-email`, `too-many-letters`
   */
  async ask(email: string, address: string): Promise<void> {
    const { mail, passwords, engine } = this.args
    if (!mail.isOn) throw new AgentError('no-mail')
    const login = email.trim().toLowerCase()
    if (!isEmail(login)) throw new AgentError('bad-email')
    await mail.count('reset', login, address)
    const found = await passwords.findByEmail(login)
    const { code, change } = this.codes.make(await this.about(found?.id))
    const letter = mail.letter(found && login, resetLetter(`${this.page}#${code}`), halfAnHour)
    await engine.commit({ changes: [change, letter] })
  }

  /**
   * A link for the citizen of a pod, by the operator, which is a line of the pod's journal.
   *
   * @param who the pod's name, or the e-mail address of its account: the citizen alone may know the other.
   * @returns undefined where there is no such pod.
   * @throws AgentError `no-password` where its account has no log-in by one.
   */
  async link(who: string): Promise<string | undefined> {
    const { podStore, passwords, settings, engine } = this.args
    const pod = who.includes('@') ? await this.podOf(who.toLowerCase()) : who
    if (pod === undefined) return undefined
    const owner = await podStore.findByBaseUrl(`${settings.baseUrl}${pod}/`)
    if (!owner) return undefined
    const [logIn] = await passwords.findByAccount(owner.accountId)
    if (!logIn) throw new AgentError('no-password')
    if (!(await noteOperator(engine, pod, operatorReset, 'control'))) return undefined
    const { code, change } = this.codes.make(await this.about(logIn.id))
    await engine.commit({ changes: [change] })
    return `${this.page}#${code}`
  }

  /** @throws AgentError `code-…` */
  async assertGood(code: unknown): Promise<void> {
    await this.logInOf(await openCode(this.codes, code))
  }

  /**
   * Sets a new password by a code, once; whoever was logged in to the account is out, its recovery codes are worth nothing, and
   * wrong tries of before count no more.
   *
   * @param address of who asks.
   * @returns whose it is.
   * @throws AgentError `code-…`, `bad-password`, `busy`; then the code may be used again.
   */
  async set(code: unknown, password: string, address: string): Promise<string> {
    const { passwords, mail, webIdStore } = this.args
    const { email, accountId } = await this.logInOf(await openCode(this.codes, code))
    const hash = await passwords.hashOfNew(password, email).catch(refusedAsPassword)
    const webIds = (await webIdStore.findLinks(accountId)).map(({ webId }) => webId)
    await this.logIns.endingOthers(accountId, webIds, undefined, async () => {
      const found = await openCode(this.codes, code)
      await passwords.setHash((await this.logInOf(found)).id, hash)
      const letters = mail.isOn ? [mail.letter(email, changedLetter(this.page), day)] : []
      const ended = await this.recoveryCodes.endOfAll(accountId)
      unit.getStore()?.setValues([this.codes.use(found), ...ended, ...letters])
    })
    // Who has forgotten a password has tried some, and a stranger may have tried many.
    await passwords.forgive(email, address)
    return accountId
  }

  private async podOf(email: string): Promise<string | undefined> {
    const { podStore, passwords, settings } = this.args
    const found = await passwords.findByEmail(email)
    const [pod] = found ? await podStore.findPods(found.accountId) : []
    return pod?.baseUrl.slice(settings.baseUrl.length, -1)
  }

  private async about(logIn: string | undefined): Promise<About> {
    return logIn === undefined ? {} : { logIn, mark: await this.args.passwords.markOf(logIn) }
  }

  /** @throws AgentError `code-late` where it is no longer there, or has another password. */
  private async logInOf({ about: { logIn, mark } }: Found<About>) {
    const found = logIn === undefined ? undefined : await this.args.passwords.get(logIn)
    if (!found || logIn === undefined || (await this.args.passwords.markOf(logIn)) !== mark)
      throw new AgentError('code-late')
    return { ...found, id: logIn }
  }

  private get page(): string {
    return `${this.args.settings.baseUrl}.account/reset/`
  }
}
