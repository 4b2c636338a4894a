import { createHash, randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type KeyLike, SignJWT } from 'jose'

/** What is other than it should be. */
export interface ProofChanges {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  /** Signs in the place of the one that is shown. */
  readonly key?: KeyLike
}

/** A proof about one request, of a token or none yet. */
export type Prove = (method: string, url: string, token?: string, changes?: ProofChanges) => Promise<string>

/** DPoP proofs of a new key. */
export async function newProofs(): Promise<Prove> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const jwk = await exportJWK(publicKey)
  return (method, url, token, { claims, header, key = privateKey } = {}) =>
    new SignJWT({
      htm: method,
      htu: url,
      jti: randomBytes(16).toString('hex'),
      iat: Math.floor(Date.now() / 1000),
      ...(token ? { ath: createHash('sha256').update(token).digest('base64url') } : {}),
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header })
      .sign(key)
}
