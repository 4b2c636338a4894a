import type { Credentials } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Kept } from '../Kept.ts'
import { after, type Soon } from '../soon.ts'
import { grantKey, oidcSpace } from '../storage/EngineAdapters.ts'
import type { Holder } from './Holder.ts'

/** Of an engine's values: the tokens that were revoked, by their `jti`, until they would have ended by themselves. */
const revokedSpace = 'revoked-tokens'

/** Facts kept of each kind: as many as tokens are kept verified. Some hundred bytes each. */
const maxKept = 10_000

/**
 * Which access tokens of this server have ended before their time: those whose grant was revoked, or that were revoked
 * themselves. Asked of the engine once for each grant and token, until it says otherwise.
 */
export class EndedTokens {
  private readonly engine: PodEngine
  private readonly issuer: string
  /** UTC milliseconds at which each grant ends; 0 where there is none. */
  private readonly grants = new Kept<number>(maxKept)
  private readonly revoked = new Kept<boolean>(maxKept)

  constructor(engine: PodEngine, issuer: string) {
    this.engine = engine
    this.issuer = issuer
    engine.watch(oidcSpace, (keys) => {
      for (const key of keys) this.grants.forget(key)
    })
    engine.watch(revokedSpace, (keys) => {
      for (const key of keys) this.revoked.forget(key)
    })
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.grants.size + this.revoked.size, most: 2 * maxKept }
  }

  /** Whether a token has ended. One that names neither itself nor what it was issued by is none of ours. */
  has({ token, grant, isCredentials }: Pick<Holder, 'token' | 'grant' | 'isCredentials'>): Soon<boolean> {
    if (token === undefined) return true
    return after(this.isRevoked(token), (isRevoked) => {
      if (isRevoked || isCredentials) return isRevoked
      return grant === undefined || this.isOver(grant)
    })
  }

  /** Whether a citizen showed who they are by a grant that has ended since. Of what others attest nothing is known here. */
  haveEnded({ issuer, grant }: Credentials): Soon<boolean> {
    return issuer?.url === this.issuer && typeof grant === 'string' && this.isOver(grant)
  }

  private isOver(grant: string): Soon<boolean> {
    return after(this.endOf(grant), (end) => end <= Date.now())
  }

  /** `expires`: of the token, in UTC milliseconds. */
  async revoke(token: string, expires: number): Promise<void> {
    const change = { kind: 'set-value', space: revokedSpace, key: token, value: 'true', expires } as const
    await this.engine.commit({ changes: [change] })
  }

  private isRevoked(token: string) {
    return this.revoked.of(token, async () => (await this.engine.value(revokedSpace, token)) !== undefined)
  }

  private endOf(grant: string) {
    const key = grantKey(grant)
    return this.grants.of(key, async () => (await this.engine.value(oidcSpace, key))?.expires ?? 0)
  }
}
