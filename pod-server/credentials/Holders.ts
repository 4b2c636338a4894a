import type { Settings } from '../settings.ts'
import type { Claimed } from './claimed.ts'
import { ForeignTokens } from './ForeignTokens.ts'
import type { Holder } from './Holder.ts'
import { type Jwt, readJwt } from './jwt.ts'
import type { OwnTokens } from './OwnTokens.ts'
import { ProofKeys } from './ProofKeys.ts'
import { isAbout, proofAge, tokenHash } from './proof.ts'
import { ReplaySet } from './ReplaySet.ts'
import { isSigned } from './signature.ts'

interface Verified {
  readonly holder: Holder
  readonly ath: string
}

/** Access tokens kept verified; 2 KB each. */
const maxTokens = 10_000

/**
 * Who sends a request: the holder of its access token, which is verified once, shown by a proof of its own for each
 * request (RFC 9449), which is verified always and taken once.
 */
export class Holders {
  readonly keys = new ProofKeys()
  readonly proofs = new ReplaySet((proofAge.past + proofAge.ahead) * 1000)
  private readonly own: OwnTokens
  private readonly ownClients: ReadonlySet<string>
  private readonly foreign = new ForeignTokens()
  /** In order of last use. */
  private readonly tokens = new Map<string, Verified>()

  constructor(own: OwnTokens, settings: Settings) {
    this.own = own
    this.ownClients = new Set(settings.apps.map(({ clientId }) => clientId))
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.tokens.size, most: maxTokens }
  }

  /** @returns undefined for whoever does not show that they hold a token that is good now. */
  async of(claimed: Claimed): Promise<Holder | undefined> {
    const [, token] = /^DPoP +([\w.-]+)$/i.exec(claimed.authorization ?? '') ?? []
    const proof = readJwt(claimed.dpop ?? '')
    if (!token || !proof) return undefined
    const now = Date.now()
    const verified = await this.verified(token, claimed, now)
    if (!verified) return undefined
    const { holder, ath } = verified
    const { header, claims, signed, signature } = proof
    const key = this.keys.of(header['jwk'], header['alg'])
    if (key?.thumbprint !== holder.thumbprint) return undefined
    if (!isAbout(proof, { ...claimed, ath, namesToken: this.namesTokens(holder) }, now)) return undefined
    if (!isSigned(key.alg, key.key, signed, signature)) return undefined
    if (holder.issuer === this.own.issuer && !(await this.own.stands(holder))) return undefined
    return this.proofs.take(key.thumbprint, String(claims['jti']), now) ? holder : undefined
  }

  /**
   * RFC 9449 §4.3 wants `ath` in each proof. The library that most Solid apps are made with does not send it yet
   * (inrupt/solid-client-authn-js#3184): it is asked of our own apps, and of others what they do send has to be right.
   */
  private namesTokens({ client }: Holder): boolean {
    return client !== undefined && this.ownClients.has(client)
  }

  private async verified(token: string, claimed: Claimed, now: number): Promise<Verified | undefined> {
    const known = this.tokens.get(token)
    const holder = known?.holder ?? (await this.verify(token, claimed, now))
    this.tokens.delete(token)
    if (!holder || holder.expires <= now) return undefined
    const verified = known ?? { holder, ath: tokenHash(token) }
    this.tokens.set(token, verified)
    const [oldest] = this.tokens.keys()
    if (this.tokens.size > maxTokens && oldest !== undefined) this.tokens.delete(oldest)
    return verified
  }

  private async verify(token: string, claimed: Claimed, now: number): Promise<Holder | undefined> {
    const jwt: Jwt | undefined = readJwt(token)
    if (!jwt) return undefined
    return this.own.isOurs(jwt) ? this.own.verify(jwt, now) : this.foreign.verify(token, jwt, claimed)
  }
}
