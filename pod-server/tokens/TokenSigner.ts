import { randomBytes, sign } from 'node:crypto'
import type { CurrentKeys } from '../keys/CurrentKeys.ts'
import type { SigningKey } from '../keys/SigningKeys.ts'

/** Whom a token is for. */
export interface TokenHolder {
  readonly webId: string
  readonly client: string
  /** RFC 7638 thumbprint of the key that has to sign the proofs. */
  readonly thumbprint: string
}

/** Seconds that an access token of client credentials lasts, as CSS has it. */
export const lifetime = 600

/** Signs access tokens of client credentials, as oidc-provider does (RFC 9068, Solid-OIDC §8.1). */
export class TokenSigner {
  private readonly issuer: string
  private readonly keys: CurrentKeys

  constructor(issuer: string, keys: CurrentKeys) {
    this.issuer = issuer
    this.keys = keys
  }

  key(): Promise<SigningKey> {
    return this.keys.signing()
  }

  /** `now`: UTC milliseconds. */
  token({ key, kid }: SigningKey, { webId, client, thumbprint }: TokenHolder, now: number): string {
    const iat = Math.floor(now / 1000)
    const claims = part({
      webid: webId,
      jti: randomBytes(16).toString('base64url').slice(0, 21),
      sub: client,
      iat,
      exp: iat + lifetime,
      client_id: client,
      iss: this.issuer,
      aud: 'solid',
      cnf: { jkt: thumbprint },
    })
    const signed = `${part({ alg: this.keys.alg, typ: 'at+jwt', kid })}.${claims}`
    const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
    return `${signed}.${signature.toString('base64url')}`
  }
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
