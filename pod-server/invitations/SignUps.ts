import { ConflictHttpError, type PodManager } from '@solid/community-server'
import { accountChanges, type NewAccount } from '../accounts/account-records.ts'
import { podName } from '../accounts/citizens.ts'
import { AgentError } from '../agent/errors.ts'
import { isDevelopment } from '../agent/plain-address.ts'
import { refusedAsPassword } from '../agent/refused-password.ts'
import { type Found, OneTimeCodes, stateAt } from '../codes/OneTimeCodes.ts'
import { openCode } from '../codes/open-code.ts'
import { wasErased } from '../engine/erased-names.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { PodError } from '../errors.ts'
import { isEmail } from '../mail/is-email.ts'
import { confirmationLetter, invitationLetter, knownLetter } from '../mail/letters.ts'
import type { Mail } from '../mail/Mail.ts'
import { FirstPasswords } from '../passwords/FirstPasswords.ts'
import type { ScryptPasswords } from '../passwords/ScryptPasswords.ts'
import { isLoopback } from '../server/client-address.ts'
import type { Settings } from '../settings.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { spaceOf } from '../storage/record-place.ts'
import { unit } from '../storage/request.ts'
import type { ValueChange } from '../storage/UnitOfWork.ts'
import { type Limit, TooManyTries, Tries } from '../tries/Tries.ts'
import { freeNames } from './pod-names.ts'
import { begun } from './unfinished.ts'

/** Whom the operator invites. */
export interface Invited {
  /** Whose it is, as the operator says; where it was sent there, whoever has the code reads that mailbox. */
  readonly email?: string
}

/** An account that waits for its e-mail address to be confirmed: whoever reads that chooses its password, and it is made. */
interface Pending extends Named {
  /** The key of its code. */
  readonly invitation?: string
}

/** `name`: of its pod. */
export type Named = Pick<NewAccount, 'email' | 'name'>

/** What somebody says who makes an account. */
export interface Asked extends Named {
  readonly invitation: unknown
  /** Not looked at where the e-mail address has to be confirmed first: whoever asks may be somebody else. */
  readonly password: string | undefined
  /** Of who asks. */
  readonly address: string
}

const hour = 3_600_000
const day = 24 * hour
const invitationMs = 14 * day
/** Of one address, or by one invitation. */
const limit: Limit = { most: 20, windowMs: hour }
const namesShown = 3

/**
 * Who makes an account, and how: the account, its log-in and its pod in one commit, with the invitation that it took. There is
 * no half of one, to be cleared away or found again.
 */
export class SignUps {
  /** Of accounts that were made without. */
  readonly firstPasswords: FirstPasswords
  private readonly engine: PodEngine
  private readonly settings: Settings
  private readonly pods: PodManager
  private readonly passwords: ScryptPasswords
  private readonly tries: Tries
  private readonly mail: Mail
  private readonly invitations: OneTimeCodes<Invited>
  private readonly pending: OneTimeCodes<Pending>

  constructor(
    engine: PodEngine,
    settings: Settings,
    pods: PodManager,
    passwords: ScryptPasswords,
    mail: Mail,
  ) {
    this.engine = engine
    this.settings = settings
    this.pods = pods
    this.passwords = passwords
    this.tries = new Tries(engine)
    this.mail = mail
    this.invitations = new OneTimeCodes<Invited>(engine, 'invitations', invitationMs, 30 * day)
    this.pending = new OneTimeCodes<Pending>(engine, 'sign-ups', day)
    this.firstPasswords = new FirstPasswords(engine, passwords, mail, settings.baseUrl)
  }

  /** A code by which one account may be made, within 14 days. */
  async invite(invited: Invited): Promise<string> {
    const { code, change } = this.invitations.make(invited)
    await this.engine.commit({ changes: [change] })
    return code
  }

  /** The same, by a letter to that address, which is confirmed by its use. @throws AgentError `no-mail` */
  async inviteByLetter(email: string): Promise<void> {
    if (!this.mail.isOn) throw new AgentError('no-mail')
    const { code, change } = this.invitations.make({ email })
    const letter = this.mail.letter(email, invitationLetter(`${this.page}#${code}`), day)
    await this.engine.commit({ changes: [change, letter] })
  }

  /** What whoever comes may choose from; `byLetter`: an e-mail address is confirmed, and a password chosen then. */
  async offer(): Promise<{
    readonly isOpen: boolean
    readonly byLetter: boolean
    readonly names: readonly string[]
  }> {
    const names = await freeNames(namesShown, (name) => this.isFree(name))
    return { isOpen: this.settings.signUp === 'open', byLetter: this.mail.isOn, names }
  }

  /** @throws AgentError of an invitation that is not good. */
  async invited(code: unknown): Promise<Invited> {
    return (await this.assertInvited(code)).about
  }

  /**
   * Makes an account; where there are letters, once its e-mail address is confirmed, whether that has an account or not.
   *
   * @throws AgentError; then nothing is made, and the invitation may be used again.
   */
  async join({ invitation, email, password, name, address }: Asked): Promise<'made' | 'letter'> {
    const login = email.trim().toLowerCase()
    if (!isEmail(login)) throw new AgentError('bad-email')
    if (!podName.test(name)) throw new AgentError('bad-pod-name')
    const found = await this.admitted(invitation)
    await this.count(address, found)
    if (!(await this.isFree(name))) throw new AgentError('name-taken')
    const isConfirmed = !this.mail.isOn || found?.about.email === login
    if (!isConfirmed) {
      await this.mail.count('sign-up', login, found ? undefined : address)
      await this.askToConfirm({ email: login, name, ...(found ? { invitation: found.key } : {}) })
      return 'letter'
    }
    if (password === undefined) throw new AgentError('bad-request')
    await this.make({ email: login, name }, password, () => this.admitted(invitation))
    return 'made'
  }

  /** What is made by the code of a letter, as whoever asked for it said. @throws AgentError `code-…` */
  async asked(code: unknown): Promise<Named> {
    const { email, name } = (await openCode(this.pending, code)).about
    return { email, name }
  }

  /**
   * Makes the account that a letter was about, with what whoever has the letter chooses.
   *
   * @throws AgentError; then nothing is made, and the code may be used again.
   */
  async confirm(code: unknown, password: string, name: string): Promise<Named> {
    const { email, invitation } = (await openCode(this.pending, code)).about
    if (!podName.test(name)) throw new AgentError('bad-pod-name')
    if (!(await this.isFree(name))) throw new AgentError('name-taken')
    const account = { email, name }
    const invited = () => (invitation === undefined ? this.admitted(undefined) : this.assertByKey(invitation))
    const used = async () => this.pending.use(await openCode(this.pending, code))
    await this.make(account, password, invited, used)
    return account
  }

  /** A tool may give an account the log-in that it was invited for. @throws AgentError `sign-up-by-page` */
  async assertConfirmed(accountId: string | undefined, email: unknown): Promise<void> {
    if (!this.mail.isOn) return
    const invited = accountId === undefined ? [] : await this.invitations.usedBy(accountId)
    const isIts = invited.some(
      (it) => it.email !== undefined && it.email === String(email).trim().toLowerCase(),
    )
    if (!isIts) throw new AgentError('sign-up-by-page')
  }

  /**
   * For a tool, which makes an account by CSS's API and its log-in after that. An invitation whose account never had one, and
   * is gone, is good again.
   */
  async byTool(invitation: unknown, address: string, create: () => Promise<string>): Promise<string> {
    if (invitation === undefined && this.mail.isOn) throw new AgentError('sign-up-by-page')
    await this.count(address, await this.admitted(invitation))
    return oneCommit(this.engine, {}, async () => {
      const found = await this.admitted(invitation)
      const accountId = await create()
      unit
        .getStore()
        ?.setValues([begun(accountId), ...(found ? [this.invitations.use(found, accountId)] : [])])
      return accountId
    })
  }

  private async make(
    named: Named,
    password: string,
    invited: () => Promise<Found<Invited> | undefined>,
    used?: () => Promise<ValueChange>,
  ): Promise<void> {
    const hash = await this.passwords.hashOfNew(password, named.email).catch(refusedAsPassword)
    const account = { ...named, hash }
    const { baseUrl } = this.settings
    const path = `${baseUrl}${account.name}/`
    return oneCommit(this.engine, {}, async () => {
      const found = await invited()
      const also = [...(found ? [this.invitations.use(found)] : []), ...(used ? [await used()] : [])]
      if (!(await this.isFree(account.name))) throw new AgentError('name-taken')
      if (await this.passwords.findByEmail(account.email)) throw new AgentError('email-known')
      const records = await accountChanges(this.engine, baseUrl, account).catch(asTaken)
      unit.getStore()?.setValues([...(records as ValueChange[]), ...also])
      const webId = `${path}profile/card#me`
      await this.pods.createPod({ base: { path }, webId, oidcIssuer: baseUrl }, false).catch(asTaken)
    }).catch(async (error: unknown) => {
      // Whoever was first by the same code or invitation has taken the name and the address too.
      await invited()
      await used?.()
      throw error
    })
  }

  /** What somebody comes by; undefined where whoever comes may, and shows nothing. */
  private async admitted(invitation: unknown): Promise<Found<Invited> | undefined> {
    const isNeeded = this.settings.signUp === 'invited'
    if (invitation === undefined && isNeeded) throw new AgentError('invitation-needed')
    return invitation === undefined ? undefined : this.assertInvited(invitation)
  }

  private async assertInvited(code: unknown): Promise<Found<Invited>> {
    return this.assertGood(await this.invitations.find(code))
  }

  private async assertByKey(key: string): Promise<Found<Invited>> {
    return this.assertGood(await this.invitations.findByKey(key))
  }

  private async assertGood(found: Found<Invited> | undefined): Promise<Found<Invited>> {
    if (!found) throw new AgentError('invitation-unknown')
    if (found.state === 'used' && !(await this.isGone(found.usedBy))) throw new AgentError('invitation-used')
    if (stateAt(found.until) === 'late') throw new AgentError('invitation-late')
    return found
  }

  private async isGone(accountId: string | undefined): Promise<boolean> {
    return accountId !== undefined && (await this.engine.value(spaceOf('account'), accountId)) === undefined
  }

  /** A whole class may be invited to one address; somebody invited may try often, not for ever. */
  private async count(address: string, invitation: Found<Invited> | undefined): Promise<void> {
    const develops = isDevelopment(this.settings.baseUrl) && isLoopback(address)
    if (!invitation && develops) return
    const name = invitation ? `invitation ${invitation.key}` : `sign-up ${address}`
    await this.tries.spend({ [name]: limit }).catch((error: unknown) => {
      if (!(error instanceof TooManyTries)) throw error
      throw new AgentError('too-many-sign-ups', error.retryAfterSeconds)
    })
  }

  /** The same work, whether the address has an account or not: nobody but its owner is told. */
  private async askToConfirm(account: Pending): Promise<void> {
    const { baseUrl } = this.settings
    const known = await this.passwords.findByEmail(account.email)
    const { code, change } = this.pending.make(account)
    const text = known
      ? knownLetter(`${baseUrl}.account/login/`, `${baseUrl}.account/reset/`)
      : confirmationLetter(`${this.page}#confirm=${code}`)
    await this.engine.commit({ changes: [change, this.mail.letter(account.email, text, day)] })
  }

  private get page(): string {
    return `${this.settings.baseUrl}.account/join/`
  }

  private async isFree(name: string): Promise<boolean> {
    return !(await this.engine.get(name)) && !(await wasErased(this.engine, name))
  }
}

/** Of the record of a pod that has no resources, or of a pod that somebody has made meanwhile. */
function asTaken(error: unknown): never {
  const isThere =
    (error instanceof PodError && error.code === 'already-exists') || ConflictHttpError.isInstance(error)
  throw isThere ? new AgentError('name-taken') : error
}
