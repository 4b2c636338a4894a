import { createHash, randomUUID } from 'node:crypto'
import type { CookieStore } from '@solid/community-server'
import { isConflict } from '../engine/errors.ts'
import type { PodEngine, SetValue, Value } from '../engine/PodEngine.ts'
import { asking } from '../identity/asked-from.ts'
import type { ValueChange } from '../storage/UnitOfWork.ts'
import { deviceOf } from './device.ts'

/** A log-in that is open in a browser, or in a tool. Times are UTC milliseconds. */
export interface AccountSession {
  readonly accountId: string
  readonly since: number
  /** When it was last used, to the hour. */
  readonly seen: number
  /** As its citizen knows it (see device.ts). */
  readonly device: string
  /** Opened by a page of ours, in a browser, and not by a tool. */
  readonly isPage?: boolean
  /** Opened by a recovery code, and no other way to log in was given to the account since. */
  readonly isRecovery?: boolean
  /** Of oidc-provider's sessions in the same browser, the latest first. */
  readonly uids: readonly string[]
}

/** One as it is kept: `key` says which it is, and lets nobody in. */
export interface OpenSession extends AccountSession {
  readonly key: string
}

/** Of an engine's values: nobody logs in by what is in a back-up, where a session is under the digest of its cookie. */
const space = 'account-sessions'
const hourMs = 3_600_000
/** From the last use. */
const stayMs = 30 * 24 * hourMs
/** Of one account: the one that was used longest ago ends by one more. */
const most = 50
/** How long a recovery code proves who somebody is. */
const recoveryMs = 10 * 60_000
/** A browser has one of oidc-provider's at a time. */
const mostUids = 3

/** Who is logged in, by the account cookie. */
export class AccountSessions implements CookieStore {
  private readonly engine: PodEngine

  constructor(engine: PodEngine) {
    this.engine = engine
  }

  generate(accountId: string): Promise<string> {
    return this.opened(accountId, {})
  }

  /** One that a recovery code has opened. */
  recovered(accountId: string): Promise<string> {
    return this.opened(accountId, { isRecovery: true })
  }

  private async opened(accountId: string, how: Pick<AccountSession, 'isRecovery'>): Promise<string> {
    const cookie = randomUUID()
    const now = Date.now()
    const { userAgent, isPage } = asking()
    const session = {
      accountId,
      since: now,
      seen: now,
      device: deviceOf(userAgent),
      isPage,
      uids: [],
      ...how,
    }
    const all = (await this.engine.tagged(space, tagOf(accountId))).map(
      (it) => [it.key, parse(it).seen] as const,
    )
    const oldest = all.sort(([, one], [, other]) => other - one).slice(most - 1)
    await this.engine.commit({
      changes: [kept(keyOf(cookie), session), ...oldest.map(([key]) => ended(key))],
    })
    return cookie
  }

  async get(cookie: string): Promise<string | undefined> {
    return (await this.session(cookie))?.accountId
  }

  async session(cookie: string): Promise<AccountSession | undefined> {
    const found = await this.engine.value(space, keyOf(cookie))
    return found && parse(found)
  }

  /** Whether a recovery code has opened it a moment ago, in the place of a log-in that was lost. */
  async isRecovering(cookie: string): Promise<boolean> {
    return isRecovering(await this.session(cookie))
  }

  /** Ends that, as the account is given another way to log in. @returns whether this very call has: of many at once, one. */
  async endRecovery(cookie: string): Promise<boolean> {
    let had = false
    await this.changed(cookie, (session) => {
      had = isRecovering(session)
      const { isRecovery: _, ...rest } = session
      return session.isRecovery ? rest : session
    })
    return had
  }

  /** A use of it, which is written once an hour. @returns until when it lasts now; undefined: it has ended. */
  async refresh(cookie: string): Promise<Date | undefined> {
    const found = await this.engine.value(space, keyOf(cookie))
    if (!found) return undefined
    const session = parse(found)
    const now = Date.now()
    if (now - session.seen < hourMs) return new Date(session.seen + stayMs)
    const used = { ...kept(found.key, { ...session, seen: now }), ifVersion: found.version }
    // Whoever has used it or ended it meanwhile was first.
    await this.engine.commit({ changes: [used] }).catch((error) => {
      if (!isConflict(error)) throw error
    })
    return new Date(now + stayMs)
  }

  async delete(cookie: string): Promise<boolean> {
    const key = keyOf(cookie)
    if (!(await this.engine.value(space, key))) return false
    await this.engine.commit({ changes: [ended(key)] })
    return true
  }

  /** Notes that a session of oidc-provider is in the same browser. */
  async bind(cookie: string, uid: string): Promise<void> {
    await this.changed(cookie, (session) =>
      session.uids.includes(uid) ? session : { ...session, uids: [uid, ...session.uids].slice(0, mostUids) },
    )
  }

  private async changed(cookie: string, change: (before: AccountSession) => AccountSession): Promise<void> {
    const found = await this.engine.value(space, keyOf(cookie))
    if (!found) return
    const before = parse(found)
    const after = change(before)
    if (after === before) return
    const changed = { ...kept(found.key, after), ifVersion: found.version }
    await this.engine.commit({ changes: [changed] }).catch((error) => {
      // Somebody was first: it is read again.
      if (isConflict(error)) return this.changed(cookie, change)
      throw error
    })
  }

  /** All that are open of an account. */
  async of(accountId: string): Promise<readonly OpenSession[]> {
    const found = await this.engine.tagged(space, tagOf(accountId))
    return found.map((it) => ({ ...parse(it), key: it.key }))
  }

  isOf({ key }: OpenSession, cookie: string | undefined): boolean {
    return cookie !== undefined && key === keyOf(cookie)
  }

  endOf({ key }: OpenSession): ValueChange {
    return ended(key)
  }
}

const keyOf = (cookie: string): string => createHash('sha256').update(cookie).digest('base64url')
const tagOf = (accountId: string): string => `account ${accountId}`
const parse = ({ value }: Value): AccountSession => JSON.parse(value) as AccountSession
const isRecovering = (session: AccountSession | undefined): boolean =>
  session?.isRecovery === true && Date.now() - session.since < recoveryMs
const ended = (key: string): ValueChange => ({ kind: 'delete-value', space, key })

const kept = (key: string, session: AccountSession): SetValue => ({
  kind: 'set-value',
  space,
  key,
  value: JSON.stringify(session),
  expires: session.seen + stayMs,
  tags: [tagOf(session.accountId)],
})
