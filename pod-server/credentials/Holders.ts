import type { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { Recent } from '../Recent.ts'
import type { Settings } from '../settings.ts'
import { after, type Soon } from '../soon.ts'
import type { Claimed } from './claimed.ts'
import { ForeignTokens } from './foreign/ForeignTokens.ts'
import type { Holder } from './Holder.ts'
import { decode, type Jwt, jsonObject, readJwt, splitJwt } from './jwt.ts'
import type { OwnTokens } from './OwnTokens.ts'
import { ProofKeys } from './ProofKeys.ts'
import { isAbout, type Proof, tokenHash } from './proof.ts'
import type { ReplaySet } from './ReplaySet.ts'
import { SignatureChecks } from './SignatureChecks.ts'

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
  readonly proofs: ReplaySet
  readonly foreign: ForeignTokens
  private readonly own: OwnTokens
  private readonly ownClients: ReadonlySet<string>
  private readonly signatures = new SignatureChecks()
  /** By the header that they are sent in. */
  private readonly tokens = new Recent<Verified>(maxTokens)

  /** `reader`: its places are for strangers' tokens alone. */
  constructor(own: OwnTokens, settings: Settings, proofs: ReplaySet, reader: OutgoingReader) {
    this.own = own
    this.proofs = proofs
    this.foreign = new ForeignTokens(reader)
    this.ownClients = new Set(settings.apps.map(({ clientId }) => clientId))
  }

  get size(): { readonly kept: number; readonly most: number } {
    return this.tokens.size
  }

  /** @returns undefined for whoever does not show that they hold a token that is good now. */
  of(claimed: Claimed): Soon<Holder | undefined> {
    const proof = splitJwt(claimed.dpop ?? '')
    const claims = proof && jsonObject(proof.claims)
    if (!claims) return undefined
    const now = Date.now()
    return after(this.verified(claimed, now), (verified) => {
      if (!verified) return undefined
      const { holder, ath } = verified
      const key = this.keys.of(proof.header)
      if (key?.thumbprint !== holder.thumbprint) return undefined
      if (!isAbout(claims, { ...claimed, ath, namesToken: this.namesTokens(holder) }, now)) return undefined
      const signed = `${proof.header}.${proof.claims}`
      return after(this.signatures.of(key.alg, key.key, signed, decode(proof.signature)), (isSigned) =>
        isSigned ? this.taken(holder, claims, now) : undefined,
      )
    })
  }

  /** The holder, who has signed; a proof is taken once. */
  private taken(holder: Holder, { jti, iat }: Proof, now: number): Soon<Holder | undefined> {
    return after(this.stands(holder), (stands) =>
      stands && this.proofs.take(holder.thumbprint, jti, now, iat) ? holder : undefined,
    )
  }

  /** Whether who has shown themselves may still act: their token is not over, and what it was issued by is there. */
  stands(holder: Holder): Soon<boolean> {
    if (holder.expires <= Date.now()) return false
    return holder.issuer !== this.own.issuer || this.own.stands(holder)
  }

  /**
   * RFC 9449 §4.3 wants `ath` in each proof. The library that most Solid apps are made with does not send it yet
   * (inrupt/solid-client-authn-js#3184): it is asked of our own apps, and of others what they do send has to be right.
   */
  private namesTokens({ client }: Holder): boolean {
    return client !== undefined && this.ownClients.has(client)
  }

  private verified(claimed: Claimed, now: number): Soon<Verified | undefined> {
    const { authorization = '' } = claimed
    const known = this.tokens.get(authorization)
    return known && known.holder.verifiedUntil > now ? known : this.verify(authorization, claimed, now)
  }

  private async verify(authorization: string, claimed: Claimed, now: number): Promise<Verified | undefined> {
    const [, token] = /^DPoP +([\w.-]+)$/i.exec(authorization) ?? []
    const jwt = token && readJwt(token)
    if (!jwt) return undefined
    const isOurs = this.own.isOurs(jwt)
    const holder = await (isOurs ? this.own.verify(jwt, now) : this.verifyForeign(jwt, claimed.from, now))
    if (!holder) return undefined
    const verified = { holder, ath: tokenHash(token) }
    this.tokens.set(authorization, verified)
    return verified
  }

  /** Of a WebID hosted here nobody asks who else its profile names; of our own issuer nobody asks its keys. */
  private async verifyForeign(jwt: Jwt, from: string, now: number): Promise<Holder | undefined> {
    if (this.own.isOfOurs(jwt.claims['webid'])) return undefined
    if (jwt.claims['iss'] !== this.own.issuer) return this.foreign.verify(jwt, from, now)
    const holder = await this.own.verify(jwt, now)
    return holder && this.foreign.named(holder, from)
  }
}
