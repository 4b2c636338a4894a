import { type AdapterFactory, getLoggerFor } from '@solid/community-server'
import { EngineError, isConflict } from '../engine/errors.ts'
import type { Change, PodEngine, SetValue, Value } from '../engine/PodEngine.ts'
import { notStored, reasonOf } from './not-stored.ts'

type Adapter = ReturnType<AdapterFactory['createStorageAdapter']>
type Payload = Parameters<Adapter['upsert']>[1]

/** Of an engine's values. */
export const oidcSpace = 'oidc'
/** Where a grant is in that space. */
export const grantKey = (grantId: string): string => `Grant/${grantId}`

export const refreshTokenKey = (id: string): string => `RefreshToken/${id}`
/** By which all that a grant has issued is found, of every kind. */
export const grantTag = (grantId: string): string => `grant ${grantId}`
/** By which the grants of a person are found: to oidc-provider, a WebID is an account. */
export const grantOfTag = (webId: string): string => `Grant of ${webId}`
export const sessionUidTag = (uid: string): string => `Session uid ${uid}`

const space = oidcSpace
/** A client is registered when somebody is about to log in with it. */
const unusedClientMs = 24 * 3600 * 1000
/** Longer than a grant, which lasts thirty days from its last use. */
const usedClientMs = 60 * 24 * 3600 * 1000

/** What oidc-provider keeps (sessions, grants, codes, tokens): one value each, found by its grant, uid or user code. */
export class EngineAdapters implements AdapterFactory {
  private readonly engine: PodEngine

  constructor(engine: PodEngine) {
    this.engine = engine
  }

  createStorageAdapter(name: string): Adapter {
    return new EngineAdapter(this.engine, name)
  }
}

class EngineAdapter implements Adapter {
  private readonly logger = getLoggerFor('EngineAdapter')
  private readonly engine: PodEngine
  private readonly name: string

  constructor(engine: PodEngine, name: string) {
    this.engine = engine
    this.name = name
  }

  /** `expiresIn`: seconds. What comes with none is of a client, which whoever comes by may register. */
  async upsert(id: string, payload: Payload, expiresIn?: number): Promise<void> {
    const change: SetValue = {
      kind: 'set-value',
      space,
      key: this.key(id),
      value: JSON.stringify(payload),
      tags: tagsOf(this.name, payload),
      expires: Date.now() + (expiresIn ? expiresIn * 1000 : unusedClientMs),
    }
    const used = await this.usedClient(payload)
    await this.commit([change])
    // Of several that use it at once, one is enough.
    if (used) await this.commit([used]).catch(passConflict)
  }

  async find(id: string): Promise<Payload | undefined> {
    return parse(await this.engine.value(space, this.key(id)))
  }

  async findByUid(uid: string): Promise<Payload | undefined> {
    return parse((await this.engine.tagged(space, `${this.name} uid ${uid}`))[0])
  }

  async findByUserCode(userCode: string): Promise<Payload | undefined> {
    return parse((await this.engine.tagged(space, `${this.name} code ${userCode}`))[0])
  }

  async destroy(id: string): Promise<void> {
    await this.commit([{ kind: 'delete-value', space, key: this.key(id) }])
  }

  /** All that was issued under a grant, of every kind, at once. */
  async revokeByGrantId(grantId: string): Promise<void> {
    const issued = await this.engine.tagged(space, grantTag(grantId))
    if (issued.length === 0) return
    await this.commit(issued.map(({ key }) => ({ kind: 'delete-value', space, key })))
  }

  /**
   * Marks a code as used: of two who use it at once, one does.
   *
   * @throws UsedTwice
   */
  async consume(id: string): Promise<void> {
    const found = await this.engine.value(space, this.key(id))
    if (!found) return
    const payload = parse(found) as Payload
    if (payload.consumed) throw new UsedTwice()
    const used: SetValue = {
      kind: 'set-value',
      space,
      key: this.key(id),
      value: JSON.stringify({ ...payload, consumed: Math.floor(Date.now() / 1000) }),
      tags: tagsOf(this.name, payload),
      expires: found.expires,
      ifVersion: found.version,
    }
    await this.commit([used]).catch((error) => {
      throw isConflict(error) ? new UsedTwice() : error
    })
  }

  /** @throws HttpError 507: oidc-provider answers by the status of an error, and asks no error handler of CSS. */
  private async commit(changes: readonly Change[]): Promise<void> {
    try {
      await this.engine.commit({ changes })
    } catch (error) {
      if (!(error instanceof EngineError) || isConflict(error)) throw error
      this.logger.error(`request failed: ${reasonOf(error)}`)
      throw notStored(error)
    }
  }

  /** The client that somebody has let in, to be kept as long as anything that is issued to it may last. */
  private async usedClient({ clientId }: Payload): Promise<SetValue | undefined> {
    if (this.name !== 'Grant' && this.name !== 'RefreshToken') return undefined
    const key = `Client/${clientId}`
    const found = await this.engine.value(space, key)
    if (!found?.expires || found.expires - Date.now() > usedClientMs / 2) return undefined
    const { value, version: ifVersion } = found
    return { kind: 'set-value', space, key, value, ifVersion, expires: Date.now() + usedClientMs }
  }

  private key(id: string): string {
    return `${this.name}/${id}`
  }
}

/** RFC 6749 §4.1.2: a code is used once. Its members are what oidc-provider tells by what to answer. */
export class UsedTwice extends Error {
  override name = 'UsedTwice'
  readonly statusCode = 400
  readonly expose = true
  readonly error_description = 'it was used already'

  constructor() {
    super('invalid_grant')
  }
}

const passConflict = (error: unknown): void => {
  if (!isConflict(error)) throw error
}

const parse = (found: Value | undefined): Payload | undefined => found && (JSON.parse(found.value) as Payload)

/** @param name of oidc-provider's kind, `Grant`. */
export function tagsOf(name: string, { grantId, uid, userCode, accountId }: Payload): string[] {
  return [
    ...(name === 'Grant' && accountId ? [grantOfTag(accountId)] : []),
    ...(grantId ? [grantTag(grantId)] : []),
    ...(uid ? [`${name} uid ${uid}`] : []),
    ...(userCode ? [`${name} code ${userCode}`] : []),
  ]
}
