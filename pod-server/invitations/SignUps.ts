import { HttpError, type PodManager } from '@solid/community-server'
import { accountChanges } from '../accounts/account-records.ts'
import { podName } from '../accounts/citizens.ts'
import { AgentError } from '../agent/errors.ts'
import { isDevelopment } from '../agent/plain-address.ts'
import { type Found, OneTimeCodes } from '../codes/OneTimeCodes.ts'
import { wasErased } from '../engine/erased-names.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { PodError } from '../errors.ts'
import { refusedPassword } from '../passwords/new-password.ts'
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
  /** Whose it is, as the operator says. */
  readonly email?: string
}

/** What somebody says who makes an account. */
export interface Asked {
  readonly invitation: unknown
  readonly email: string
  readonly password: string
  /** Of the pod. */
  readonly name: string
  /** Of who asks. */
  readonly address: string
}

const hour = 3_600_000
const day = 24 * hour
/** Of one address, or by one invitation. */
const limit: Limit = { most: 20, windowMs: hour }
const namesShown = 3

/**
 * Who makes an account, and how: the account, its log-in and its pod in one commit, with the invitation that it took. There is
 * no half of one, to be cleared away or found again.
 */
export class SignUps {
  private readonly engine: PodEngine
  private readonly settings: Settings
  private readonly pods: PodManager
  private readonly passwords: ScryptPasswords
  private readonly tries: Tries
  private readonly invitations: OneTimeCodes<Invited>

  constructor(engine: PodEngine, settings: Settings, pods: PodManager, passwords: ScryptPasswords) {
    this.engine = engine
    this.settings = settings
    this.pods = pods
    this.passwords = passwords
    this.tries = new Tries(engine)
    this.invitations = new OneTimeCodes<Invited>(engine, 'invitations', 14 * day)
  }

  /** A code by which one account may be made, within 14 days. */
  async invite(invited: Invited): Promise<string> {
    const { code, change } = this.invitations.make(invited)
    await this.engine.commit({ changes: [change] })
    return code
  }

  /** What whoever comes may choose from. */
  async offer(): Promise<{ readonly isOpen: boolean; readonly names: readonly string[] }> {
    const names = await freeNames(namesShown, (name) => this.isFree(name))
    return { isOpen: this.settings.signUp === 'open', names }
  }

  /** @throws AgentError of an invitation that is not good. */
  async invited(code: unknown): Promise<Invited> {
    return (await this.assertInvited(code)).about
  }

  /** @throws AgentError; then nothing is made, and the invitation may be used again. */
  async join({ invitation, email, password, name, address }: Asked): Promise<void> {
    const login = email.trim().toLowerCase()
    if (!isEmail(login)) throw new AgentError('bad-email')
    if (!podName.test(name)) throw new AgentError('bad-pod-name')
    const found = await this.admitted(invitation)
    await this.count(address, found)
    if (!(await this.isFree(name))) throw new AgentError('name-taken')
    const hash = await this.passwords.hashOfNew(password.trim(), login).catch(refused)
    await this.make({ email: login, hash, name }, invitation)
  }

  /**
   * For a tool, which makes an account by CSS's API and its log-in after that. An invitation whose account never had one, and
   * is gone, is good again.
   */
  async byTool(invitation: unknown, address: string, create: () => Promise<string>): Promise<string> {
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

  private make(account: { email: string; hash: string; name: string }, invitation: unknown): Promise<void> {
    const { baseUrl } = this.settings
    const path = `${baseUrl}${account.name}/`
    return oneCommit(this.engine, {}, async () => {
      const found = await this.admitted(invitation)
      if (!(await this.isFree(account.name))) throw new AgentError('name-taken')
      if (await this.passwords.findByEmail(account.email)) throw new AgentError('email-known')
      const made = await accountChanges(this.engine, baseUrl, account).catch(asTaken)
      unit
        .getStore()
        ?.setValues([...(made as ValueChange[]), ...(found ? [this.invitations.use(found)] : [])])
      const webId = `${path}profile/card#me`
      await this.pods.createPod({ base: { path }, webId, oidcIssuer: baseUrl }, false)
    })
  }

  /** What somebody comes by; undefined where whoever comes may, and shows nothing. */
  private async admitted(invitation: unknown): Promise<Found<Invited> | undefined> {
    const isNeeded = this.settings.signUp === 'invited'
    if (invitation === undefined && isNeeded) throw new AgentError('invitation-needed')
    return invitation === undefined ? undefined : this.assertInvited(invitation)
  }

  private async assertInvited(code: unknown): Promise<Found<Invited>> {
    const found = await this.invitations.find(code)
    if (!found) throw new AgentError('invitation-unknown')
    if (found.state === 'late') throw new AgentError('invitation-late')
    if (found.state === 'used' && !(await this.isGone(found.usedBy))) throw new AgentError('invitation-used')
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

  private async isFree(name: string): Promise<boolean> {
    return !(await this.engine.get(name)) && !(await wasErased(this.engine, name))
  }
}

/** What browsers take for an e-mail address (HTML, valid e-mail address), which is of one mailbox alone. Pure. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 &&
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i.test(
    text,
  )

function refused(error: unknown): never {
  if (HttpError.isInstance(error) && error.statusCode === 503) throw new AgentError('busy')
  const fault = refusedPassword(error)
  throw fault ? new AgentError('bad-password', undefined, fault) : error
}

/** Of the record of a pod that has no resources. */
function asTaken(error: unknown): never {
  throw error instanceof PodError && error.code === 'already-exists' ? new AgentError('name-taken') : error
}
