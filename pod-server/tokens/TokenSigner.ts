import { createPrivateKey, type JsonWebKey, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { JwkGenerator } from '@solid/community-server'
import { calculateJwkThumbprint, type JWK } from 'jose'

/** Whom a token is for. */
export interface TokenHolder {
  readonly webId: string
  readonly client: string
  /** RFC 7638 thumbprint of the key that has to sign the proofs. */
  readonly thumbprint: string
}

interface SigningKey {
  readonly key: KeyObject
  /** The head of each token, as it is sent. */
  readonly head: string
}

const alg = 'ES256'
/** Seconds that an access token of client credentials lasts, as CSS has it. */
export const lifetime = 600

/** Signs access tokens of client credentials, as oidc-provider does (RFC 9068, Solid-OIDC §8.1). */
export class TokenSigner {
  private readonly issuer: string
  private readonly jwkGenerator: JwkGenerator
  private ready: Promise<SigningKey | undefined> | undefined

  constructor(issuer: string, jwkGenerator: JwkGenerator) {
    this.issuer = issuer
    this.jwkGenerator = jwkGenerator
  }

  /** @returns undefined when this server's key is of another kind. */
  key(): Promise<SigningKey | undefined> {
    this.ready ??= this.makeReady()
    return this.ready
  }

  /** `now`: UTC milliseconds. */
  token({ key, head }: SigningKey, { webId, client, thumbprint }: TokenHolder, now: number): string {
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
    const signed = `${head}.${claims}`
    const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
    return `${signed}.${signature.toString('base64url')}`
  }

  private async makeReady(): Promise<SigningKey | undefined> {
    const jwk = await this.jwkGenerator.getPrivateKey()
    if (jwk.alg !== alg) return undefined
    const kid = jwk.kid ?? (await calculateJwkThumbprint(jwk as JWK))
    const key = createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' })
    return { key, head: part({ alg, typ: 'at+jwt', kid }) }
  }
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
