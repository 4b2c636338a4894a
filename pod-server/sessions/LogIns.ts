import type { PodEngine, Value } from '../engine/PodEngine.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { grantKey, grantOfTag, grantTag, oidcSpace, sessionUidTag } from '../storage/EngineAdapters.ts'
import { unit } from '../storage/request.ts'
import type { ValueChange } from '../storage/UnitOfWork.ts'
import type { AccountSessions, OpenSession } from './AccountSessions.ts'

/** An app that a citizen is logged in to. Times are UTC milliseconds. */
export interface AppLogIn {
  /** Of the grant that its tokens are issued by. */
  readonly id: string
  readonly client: string
  readonly since: number
  /** When it was last given a token for its refresh token, or the first. */
  readonly seen: number
}

/** A browser, or a tool, that a citizen is logged in with, and the apps that were opened there. */
export interface Browser {
  readonly id: string
  readonly device: string
  readonly since: number
  readonly seen: number
  readonly isThis: boolean
  readonly apps: readonly AppLogIn[]
}

export interface Open {
  readonly browsers: readonly Browser[]
  /** Apps whose browser has logged out, or is not known. */
  readonly elsewhere: readonly AppLogIn[]
}

/** Of oidc-provider's payloads, what is read here. */
interface OidcSession {
  readonly authorizations?: Readonly<Record<string, { readonly grantId?: string }>>
}
interface Issued {
  /** Seconds. */
  readonly iat: number
  readonly clientId: string
}

/** Where a citizen is logged in, and the end of it: of a browser with its apps, of one app, of all others. One commit each. */
export class LogIns {
  private readonly engine: PodEngine
  private readonly sessions: AccountSessions

  constructor(engine: PodEngine, sessions: AccountSessions) {
    this.engine = engine
    this.sessions = sessions
  }

  /** @param cookie of the browser that asks. */
  async open(accountId: string, webIds: readonly string[], cookie: string | undefined): Promise<Open> {
    const apps = new Map((await this.apps(webIds)).map((app) => [app.id, app]))
    const browsers = []
    for (const session of await this.sessions.of(accountId)) {
      const { key: id, device, since, seen } = session
      const here = (await this.oidc(session))
        .flatMap(({ grants }) => grants)
        .flatMap((it) => apps.get(it) ?? [])
      for (const app of here) apps.delete(app.id)
      browsers.push({ id, device, since, seen, isThis: this.sessions.isOf(session, cookie), apps: here })
    }
    const latest = (one: { seen: number }, other: { seen: number }) => other.seen - one.seen
    return { browsers: browsers.sort(latest), elsewhere: [...apps.values()].sort(latest) }
  }

  /** @returns whether there was one of this account. */
  async endBrowser(accountId: string, id: string): Promise<boolean> {
    const session = (await this.sessions.of(accountId)).find(({ key }) => key === id)
    if (!session) return false
    await this.commit(await this.endOf([session]))
    return true
  }

  /** @returns whether there was one of these WebIDs. */
  async endApp(webIds: readonly string[], id: string): Promise<boolean> {
    if (!(await this.apps(webIds)).some((app) => app.id === id)) return false
    await this.commit(await this.endOfGrant(id))
    return true
  }

  /** All but the browser of this cookie, and what was opened there. */
  async endOthers(accountId: string, webIds: readonly string[], cookie: string | undefined): Promise<void> {
    await this.commit(await this.endOfOthers(accountId, webIds, cookie))
  }

  /** The same, in one commit with what it follows from: there is no new password with an old log-in. */
  endingOthers<T>(
    accountId: string,
    webIds: readonly string[],
    cookie: string | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    return oneCommit(this.engine, {}, async () => {
      const done = await work()
      unit.getStore()?.setValues(await this.endOfOthers(accountId, webIds, cookie))
      return done
    })
  }

  /** What ends these, for a commit that does more. */
  async endOfOthers(
    accountId: string,
    webIds: readonly string[],
    cookie: string | undefined,
  ): Promise<readonly ValueChange[]> {
    const all = await this.sessions.of(accountId)
    const own = all.filter((it) => this.sessions.isOf(it, cookie))
    const kept = new Set<string>()
    for (const session of own)
      for (const { grants } of await this.oidc(session)) for (const it of grants) kept.add(it)
    const apps = (await this.apps(webIds)).filter(({ id }) => !kept.has(id))
    const changes = await this.endOf(all.filter((it) => !own.includes(it)))
    for (const { id } of apps) changes.push(...(await this.endOfGrant(id)))
    return once(changes)
  }

  private async apps(webIds: readonly string[]): Promise<AppLogIn[]> {
    const found = []
    for (const webId of webIds)
      for (const grant of await this.engine.tagged(oidcSpace, grantOfTag(webId))) {
        const id = grant.key.slice(grantKey('').length)
        const { iat, clientId: client } = parse<Issued>(grant)
        const issued = (await this.engine.tagged(oidcSpace, grantTag(id))).map((it) => parse<Issued>(it).iat)
        found.push({ id, client, since: iat * 1000, seen: Math.max(iat, ...issued) * 1000 })
      }
    return found
  }

  /** oidc-provider's sessions of a browser, and the grants that it holds. */
  private async oidc({ uids }: OpenSession): Promise<{ readonly key: string; readonly grants: string[] }[]> {
    const found = await Promise.all(uids.map((uid) => this.engine.tagged(oidcSpace, sessionUidTag(uid))))
    return found.flat().map((it) => {
      const { authorizations = {} } = parse<OidcSession>(it)
      return { key: it.key, grants: Object.values(authorizations).flatMap(({ grantId }) => grantId ?? []) }
    })
  }

  private async endOf(sessions: readonly OpenSession[]): Promise<ValueChange[]> {
    const changes = sessions.map((it) => this.sessions.endOf(it))
    for (const session of sessions)
      for (const { key, grants } of await this.oidc(session)) {
        changes.push(gone(key))
        for (const grant of grants) changes.push(...(await this.endOfGrant(grant)))
      }
    return changes
  }

  private async endOfGrant(id: string): Promise<ValueChange[]> {
    const issued = await this.engine.tagged(oidcSpace, grantTag(id))
    return [gone(grantKey(id)), ...issued.map(({ key }) => gone(key))]
  }

  private async commit(changes: readonly ValueChange[]): Promise<void> {
    if (changes.length > 0) await this.engine.commit({ changes: once(changes) })
  }
}

/** A grant is found by its browser, and by whose it is. */
const once = (changes: readonly ValueChange[]): readonly ValueChange[] => [
  ...new Map(changes.map((change) => [JSON.stringify(change), change])).values(),
]
const gone = (key: string): ValueChange => ({ kind: 'delete-value', space: oidcSpace, key })
const parse = <T>({ value }: Value): T => JSON.parse(value) as T
