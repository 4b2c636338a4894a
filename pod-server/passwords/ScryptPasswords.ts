import { createHash } from 'node:crypto'
import {
  BadRequestHttpError,
  BasePasswordStore,
  ForbiddenHttpError,
  type HttpError,
  type PasswordStore,
} from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { asking } from '../identity/asked-from.ts'
import { KnownDevices } from '../tries/KnownDevices.ts'
import { TooManyTries, Tries } from '../tries/Tries.ts'
import { isShort } from './new-password.ts'
import { isBcrypt, PasswordHashes } from './PasswordHashes.ts'
import { cost } from './scrypt-hash.ts'
import { isWrong, limitsOf, tooMany } from './wrong-log-ins.ts'

type Storage = ConstructorParameters<typeof BasePasswordStore>[0]

/** A log-in whose password was right: `hash` is what it was right by. */
export interface Opened {
  readonly id: string
  readonly accountId: string
  readonly hash: string
}

interface Login {
  readonly id: string
  readonly accountId: string
  readonly email: string
  readonly password: string
  readonly verified: boolean
}

/** CSS's storage, as far as log-ins need it: its own type knows each record of each store. */
interface Logins {
  find(type: 'password', query: { email: string }): Promise<readonly Login[]>
  get(type: 'password', id: string): Promise<Login | undefined>
  create(type: 'password', login: Omit<Login, 'id'>): Promise<{ id: string }>
  setField(type: 'password', id: string, field: 'password', hash: string): Promise<void>
}

/** Characters of an e-mail address that tell one from another (RFC 5321 §4.5.3.1). */
const longestEmail = 320
/** What bcrypt reads of one: the rest may be anything. */
const bcryptBytes = 72

/**
 * Log-ins by e-mail and password, with hashes of scrypt, which other threads make. A hash of CSS's own store still counts,
 * and is made anew by the next log-in; so is one that cost less than hashes do today.
 */
export class ScryptPasswords extends BasePasswordStore implements PasswordStore {
  private readonly logins: Logins
  private readonly hashes: PasswordHashes
  private readonly tries: Tries
  private readonly devices: KnownDevices
  /** An e-mail address that has no log-in takes as long as another. */
  private readonly nobody: string

  constructor(storage: Storage, engine: PodEngine, costing = cost) {
    super(storage)
    this.hashes = new PasswordHashes(undefined, costing)
    this.nobody = this.hashes.ofNothing()
    this.tries = new Tries(engine)
    this.devices = new KnownDevices(engine)
    this.logins = storage as unknown as Logins
  }

  override async create(email: string, accountId: string, password: string): Promise<string> {
    const login = email.toLowerCase()
    if (await this.findByEmail(login)) {
      throw new BadRequestHttpError('There already is a login for this e-mail address.')
    }
    const hash = await this.hashes.ofNew(password, login)
    return (
      await this.logins.create('password', { accountId, email: login, password: hash, verified: false })
    ).id
  }

  /** A log-in whose address is known to be its citizen's, by the hash of its password. */
  async add(email: string, accountId: string, hash: string): Promise<void> {
    await this.logins.create('password', { accountId, email, password: hash, verified: true })
  }

  /** Of a password that a citizen may choose, for a log-in that is not made yet. @throws HttpError (see PasswordHashes) */
  hashOfNew(password: string, email: string): Promise<string> {
    return this.hashes.ofNew(password, email)
  }

  async setHash(id: string, hash: string): Promise<void> {
    await this.logins.setField('password', id, 'password', hash)
  }

  /** What tells a log-in's password from another that it has later; undefined where there is no such log-in. */
  async markOf(id: string): Promise<string | undefined> {
    const login = await this.logins.get('password', id)
    return login && createHash('sha256').update(login.password).digest('base64url')
  }

  override async authenticate(email: string, password: string): Promise<Opened> {
    if (!isShort(password)) throw wrong()
    const login = email.toLowerCase()
    const [found] = await this.logins.find('password', { email: login })
    const from = asking()
    const device = found && (await this.devices.known(from.device, found.accountId))
    const limits = limitsOf(from.address, login.slice(0, longestEmail), device)
    try {
      const answer = await this.tries.tried(limits, () => this.logIn(found, login, password), isWrong)
      if (!device) from.newDevice = await this.devices.make(answer.accountId)
      return answer
    } catch (error) {
      throw error instanceof TooManyTries ? tooMany(error.retryAfterSeconds) : error
    }
  }

  /** Forgets the wrong tries of strangers, and of a place, for somebody who has shown otherwise who they are. */
  async forgive(email: string, place: string): Promise<void> {
    const { [`place ${place}`]: _, ...own } = limitsOf(place, email.toLowerCase(), undefined)
    await this.tries.forgive(Object.keys(own))
  }

  /** Whether a password still opens what it has opened: it may have been changed meanwhile. */
  async stillOpens({ id, hash }: Opened, password: string): Promise<boolean> {
    const login = await this.logins.get('password', id)
    if (!login) return false
    // Another hash may be of the same password, made anew.
    return login.password === hash || this.hashes.matches(login.password, password, login.email)
  }

  private async logIn(found: Login | undefined, login: string, password: string): Promise<Opened> {
    const hash = found?.password ?? this.nobody
    const isRight = await this.hashes.matches(hash, password, login)
    if (!found || !isRight) throw wrong()
    if (!found.verified) throw new ForbiddenHttpError('Login still needs to be verified.')
    if (!this.hashes.isCurrent(hash)) await this.renew(found, password, login)
    return { accountId: found.accountId, id: found.id, hash }
  }

  override async update(id: string, password: string): Promise<void> {
    const login = await this.logins.get('password', id)
    if (!login) throw new ForbiddenHttpError('Login does not exist.')
    await this.logins.setField('password', id, 'password', await this.hashes.ofNew(password, login.email))
  }

  private async renew({ id, password: old }: Login, password: string, login: string): Promise<void> {
    if (isBcrypt(old) && Buffer.byteLength(password) > bcryptBytes) return
    const hash = await this.hashes.of(password, login)
    // Not over a password that was changed meanwhile.
    const now = await this.logins.get('password', id)
    if (now?.password === old) await this.logins.setField('password', id, 'password', hash)
  }
}

const wrong = (): HttpError => new ForbiddenHttpError('Invalid email/password combination.')
