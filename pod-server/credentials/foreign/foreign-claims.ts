import { type Holder, namesOf } from '../Holder.ts'
import type { Jwt } from '../jwt.ts'
import { isAlgorithm } from '../signature.ts'

/** Seconds by which an issuer's clock may be ahead. */
const tolerance = 120
/** Seconds after which a token is none, whatever end it says. */
const maxAge = 24 * 60 * 60
/** Characters of a WebID, and of an issuer, at most. */
const maxUrl = 2000

/** RFC 9068 §2.1; many issuers of Solid say `JWT`, or nothing. What is typed as something else is something else. */
const types: readonly unknown[] = [undefined, 'at+jwt', 'application/at+jwt', 'jwt']

/**
 * What a token of another issuer claims: an access token (RFC 9068), or an ID token that is bound to a key (Solid-OIDC
 * §8). Pure; its signature is not looked at, nor what the WebID says. `now`: UTC milliseconds.
 *
 * @returns undefined for a token that would not count now, whoever has signed it.
 */
export function claimedHolder({ header, claims }: Jwt, now: number): Holder | undefined {
  const { iss, aud, webid, client_id: clientId, azp, cnf, sub, exp } = claims
  const client = clientId ?? azp
  const thumbprint = (cnf as { jkt?: unknown } | null | undefined)?.jkt
  if (
    !isKnownKind(header) ||
    !isOfNow(claims, now / 1000) ||
    ![aud].flat().includes('solid') ||
    !isUrl(iss) ||
    // OpenID Connect Discovery §3: an issuer has neither.
    /[?#]/.test(iss) ||
    !isUrl(webid) ||
    (client !== undefined && typeof client !== 'string') ||
    typeof thumbprint !== 'string'
  )
    return undefined
  return {
    webId: webid,
    client,
    isCredentials: sub === client,
    ...namesOf(claims),
    issuer: iss,
    thumbprint,
    expires: Number(exp) * 1000,
    verifiedUntil: Number(exp) * 1000,
  }
}

function isKnownKind({ alg, kid, typ, crit }: Jwt['header']): boolean {
  const type = typeof typ === 'string' ? typ.toLowerCase() : typ
  return isAlgorithm(alg) && typeof kid === 'string' && types.includes(type) && crit === undefined
}

function isOfNow({ exp, iat, nbf = 0 }: Jwt['claims'], seconds: number): boolean {
  return (
    typeof exp === 'number' &&
    exp > seconds &&
    typeof iat === 'number' &&
    iat <= seconds + tolerance &&
    iat >= seconds - maxAge - tolerance &&
    typeof nbf === 'number' &&
    nbf <= seconds + tolerance
  )
}

const isUrl = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= maxUrl && URL.canParse(value)
