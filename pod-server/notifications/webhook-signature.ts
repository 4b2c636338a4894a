import { createHash, randomUUID } from 'node:crypto'
import type { JwkGenerator } from '@solid/community-server'
import { calculateJwkThumbprint, importJWK, type JWK, SignJWT } from 'jose'

/** Seconds that a token is good for, as the stock server's. */
const lifetime = 20 * 60

/** Who sends: this server, by the WebID of its webhooks. */
export interface Sender {
  readonly webId: string
  /** Its issuer, without a slash at the end. */
  readonly issuer: string
}

/**
 * How a receiver knows a message for this server's: a Solid-OIDC token of the webhooks' WebID and its DPoP proof, both
 * signed with the key that the issuer publishes.
 */
export async function signatureOf(
  url: string,
  { webId, issuer }: Sender,
  jwks: JwkGenerator,
): Promise<Record<'authorization' | 'dpop', string>> {
  const { alg } = jwks
  const privateJwk = (await jwks.getPrivateKey()) as JWK
  const jwk = (await jwks.getPublicKey()) as JWK
  const [key, jkt] = await Promise.all([importJWK(privateJwk, alg), calculateJwkThumbprint(jwk, 'sha256')])
  const now = Math.floor(Date.now() / 1000)
  const token = await new SignJWT({ webid: webId, azp: webId, sub: webId, cnf: { jkt } })
    .setProtectedHeader({ alg, kid: jkt })
    .setIssuedAt(now)
    .setExpirationTime(now + lifetime)
    .setAudience([webId, 'solid'])
    .setIssuer(issuer)
    .setJti(randomUUID())
    .sign(key)
  const ath = createHash('sha256').update(token).digest('base64url')
  // RFC 9449 §4.2: without query and fragment.
  const proof = await new SignJWT({ htu: url.replace(/[?#].*$/s, ''), htm: 'POST', ath })
    .setProtectedHeader({ alg, jwk, typ: 'dpop+jwt' })
    .setIssuedAt(now)
    .setJti(randomUUID())
    .sign(key)
  return { authorization: `DPoP ${token}`, dpop: proof }
}
