import { createSolidTokenVerifier } from '@solid/access-token-verifier'
import type { Claimed } from './claimed.ts'
import { type Holder, namesOf } from './Holder.ts'
import type { Jwt } from './jwt.ts'

/** Milliseconds that a foreign token is kept as verified: its holder's WebID may take its issuer back. */
const maxKept = 60_000

/** Access tokens of other issuers, or of WebIDs elsewhere: the library reads the issuer's keys and the WebID. */
export class ForeignTokens {
  private readonly verifier = createSolidTokenVerifier()

  /** @returns undefined for a token that does not hold. */
  async verify(token: string, { claims }: Jwt, claimed: Claimed): Promise<Holder | undefined> {
    try {
      const { webid, client_id, iss, exp } = await this.verifier(`DPoP ${token}`, {
        header: claimed.dpop ?? '',
        method: claimed.method as never,
        url: claimed.url,
        // That is ours to judge.
        isDuplicateJTI: () => false,
      })
      const thumbprint = (claims['cnf'] as { jkt?: unknown } | undefined)?.jkt
      if (typeof thumbprint !== 'string') return undefined
      return {
        webId: webid,
        client: client_id,
        isCredentials: claims['sub'] === client_id,
        ...namesOf(claims),
        issuer: iss,
        thumbprint,
        expires: Math.min(exp * 1000, Date.now() + maxKept),
      }
    } catch {
      return undefined
    }
  }
}
