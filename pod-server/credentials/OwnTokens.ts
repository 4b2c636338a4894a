import type { CurrentKeys } from '../keys/CurrentKeys.ts'
import { after, type Soon } from '../soon.ts'
import type { AccountFacts } from './AccountFacts.ts'
import type { EndedTokens } from './EndedTokens.ts'
import { type Holder, namesOf } from './Holder.ts'
import { type Jwt, readJwt } from './jwt.ts'
import { isSigned } from './signature.ts'
import type { WebIdIssuers } from './WebIdIssuers.ts'

/** Seconds by which our own clock may have been set back. */
const tolerance = 10

/** Access tokens of this server's own issuer, verified in process (Solid-OIDC §9.1, RFC 9068). */
export class OwnTokens {
  readonly issuer: string
  private readonly keys: CurrentKeys
  private readonly webIdIssuers: WebIdIssuers
  private readonly accounts: AccountFacts
  private readonly ended: EndedTokens

  constructor(
    issuer: string,
    keys: CurrentKeys,
    webIdIssuers: WebIdIssuers,
    accounts: AccountFacts,
    ended: EndedTokens,
  ) {
    this.issuer = issuer
    this.keys = keys
    this.webIdIssuers = webIdIssuers
    this.accounts = accounts
    this.ended = ended
  }

  /** Of a WebID elsewhere, the issuers are read there. */
  isOurs({ claims: { iss, webid } }: Jwt): boolean {
    return iss === this.issuer && typeof webid === 'string' && this.webIdIssuers.isOwn(webid)
  }

  /** Whether a token speaks for a WebID hosted here, for which no other issuer's counts. */
  isOfOurs(webId: unknown): boolean {
    return typeof webId === 'string' && this.webIdIssuers.isOwn(webId)
  }

  /** `now`: UTC milliseconds. @returns undefined for a token that this server did not issue, or not for now. */
  async verify({ header, claims, signed, signature }: Jwt, now: number): Promise<Holder | undefined> {
    const { alg } = this.keys
    // RFC 9068 §4: the same key signs what says who has logged in.
    if (header['typ'] !== 'at+jwt' || header['alg'] !== alg || header['crit'] !== undefined) return undefined
    const key = await this.keys.verifying(header['kid'], now)
    if (!key || !isSigned(alg, key, signed, signature)) return undefined
    const { iss, aud, exp, iat, webid, client_id: client, cnf } = claims
    const thumbprint = (cnf as { jkt?: unknown } | undefined)?.jkt
    const audiences = Array.isArray(aud) ? aud : [aud]
    if (
      iss !== this.issuer ||
      !audiences.includes('solid') ||
      typeof exp !== 'number' ||
      typeof iat !== 'number' ||
      iat > now / 1000 + tolerance ||
      typeof webid !== 'string' ||
      typeof thumbprint !== 'string'
    )
      return undefined
    return {
      webId: webid,
      client: typeof client === 'string' ? client : undefined,
      // RFC 9068 §2.2: the subject of a client that acts for itself is the client.
      isCredentials: claims['sub'] === client,
      ...namesOf(claims),
      issuer: iss,
      thumbprint,
      expires: exp * 1000,
      verifiedUntil: exp * 1000,
    }
  }

  /**
   * Whether a holder's WebID is still its account's, its credentials or its grant are still there, and its token was not
   * revoked.
   */
  stands(holder: Holder): Soon<boolean> {
    const { webId, client, isCredentials } = holder
    const credentials = isCredentials ? this.accounts.credentialsOf(client ?? '') : { webId }
    return after(credentials, (found) => {
      if (found?.webId !== webId) return false
      return after(
        this.ended.has(holder),
        (hasEnded) => !hasEnded && (!this.webIdIssuers.isOwn(webId) || this.webIdIssuers.isLinked(webId)),
      )
    })
  }

  /** RFC 7009 §2.1, for a client that has shown who it is. What is no token that is good now needs no end. */
  async revoke(text: string, client: string): Promise<'ended' | 'not-its-own' | 'no-token'> {
    const now = Date.now()
    const jwt = readJwt(text)
    const holder = jwt && (await this.verify(jwt, now))
    if (!holder?.token || holder.expires <= now) return 'no-token'
    if (holder.client !== client) return 'not-its-own'
    await this.ended.revoke(holder.token, holder.expires)
    return 'ended'
  }
}
