import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BaseClientCredentialsStore, BasePodStore } from '@solid/community-server'
import { SignJWT } from 'jose'
import { SqliteEngine } from '../../engine/sqlite/SqliteEngine.ts'
import { OwnedWebIds } from '../../identity/OwnedWebIds.ts'
import { CurrentKeys } from '../../keys/CurrentKeys.ts'
import { EngineRecords } from '../../storage/EngineRecords.ts'
import { AccountFacts } from '../AccountFacts.ts'
import { EndedTokens } from '../EndedTokens.ts'
import { OwnTokens } from '../OwnTokens.ts'
import { WebIdIssuers } from '../WebIdIssuers.ts'

export interface TestAccount {
  readonly account: string
  readonly webId: string
  /** Of its pod. */
  readonly url: string
  readonly pod: string
  /** Of its WebID to the account. */
  readonly link: string
}

/** What this server issues tokens by: its key, and its accounts on an engine of their own; nothing listens. */
export class TestIssuer {
  readonly baseUrl = 'http://localhost:3000/'
  readonly engine: SqliteEngine
  readonly records: EngineRecords
  readonly credentials: BaseClientCredentialsStore
  readonly pods: BasePodStore
  readonly webIds: OwnedWebIds
  readonly accounts: AccountFacts
  readonly tokens: OwnTokens
  readonly keys: CurrentKeys
  private readonly folder: string

  private constructor(folder: string, engine: SqliteEngine) {
    const { baseUrl } = this
    this.folder = folder
    this.engine = engine
    this.records = new EngineRecords(engine)
    this.credentials = new BaseClientCredentialsStore(this.records as never)
    this.pods = new BasePodStore(this.records as never, undefined as never)
    this.webIds = new OwnedWebIds(this.records as never, this.pods, baseUrl)
    this.accounts = new AccountFacts(engine, this.credentials, this.pods)
    this.keys = new CurrentKeys(engine, 'tokens')
    const issuers = new WebIdIssuers(baseUrl, this.webIds, this.pods, engine)
    const ended = new EndedTokens(engine, baseUrl)
    this.tokens = new OwnTokens(baseUrl, this.keys, issuers, this.accounts, ended)
  }

  static async open(): Promise<TestIssuer> {
    const folder = await mkdtemp(join(tmpdir(), 'traboule-issuer-'))
    const issuer = new TestIssuer(folder, await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000))
    await issuer.records.defineType('account', {})
    for (const store of [issuer.credentials, issuer.pods, issuer.webIds]) await store.handle()
    // The writer's thread takes seconds to start on a busy machine: no test is to wait for it.
    await issuer.create('account', {})
    return issuer
  }

  /** An account with its pod, of which there are the records alone, and its WebID. */
  async account(name: string): Promise<TestAccount> {
    const url = `${this.baseUrl}${name}/`
    const webId = `${url}profile/card#me`
    const { id: account } = await this.create('account', {})
    const { id: pod } = await this.create('pod', { baseUrl: url, accountId: account })
    return { account, webId, url, pod, link: await this.webIds.create(webId, account) }
  }

  async create(type: string, record: object): Promise<{ readonly id: string }> {
    return (await this.records.create(type, { ...record })) as { id: string }
  }

  /**
   * A token that is good for five minutes, but for what is other than it should be. `thumbprint`: of its holder's key.
   * `header`: its members that are other than they should be.
   */
  async token(
    thumbprint: string,
    claims: Readonly<Record<string, unknown>>,
    header: object = {},
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const { key, kid } = await this.keys.signing()
    const own = { iss: this.baseUrl, aud: 'solid', iat: now, exp: now + 300, jti: randomUUID() }
    return new SignJWT({ ...own, cnf: { jkt: thumbprint }, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header })
      .sign(key)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.engine.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}
