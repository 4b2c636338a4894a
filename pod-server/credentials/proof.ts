import { createHash } from 'node:crypto'

/** What a proof has to be about. */
export interface Proved {
  readonly method: string
  /** The address asked for, in its canonical form, without its query. */
  readonly url: string
  /** `tokenHash` of the access token. */
  readonly ath: string
  /** Whether the proof has to name the token. It may never name another. */
  readonly namesToken: boolean
}

/** What is kept of a proof, so that it is taken once. */
export interface Proof {
  readonly jti: string
  /** UTC seconds. */
  readonly iat: number
}

/** Seconds by which the moment that a proof says may be past or ahead: clocks of phones are wrong by a minute or two. */
export const proofAge = { past: 120, ahead: 120 }
/** Characters of a `jti` at most. */
const maxJti = 512

/**
 * Whether the claims of a proof are about this very request (RFC 9449 §4.3, §7.1). Pure; neither its header, its
 * signature, nor whether it was used before. `now`: UTC milliseconds.
 */
export function isAbout(
  claims: Readonly<Record<string, unknown>>,
  proved: Proved,
  now: number,
): claims is Readonly<Record<string, unknown>> & Proof {
  const { method, url } = proved
  const { htm, htu, iat, jti, ath } = claims
  const seconds = now / 1000
  return (
    htm === method &&
    typeof htu === 'string' &&
    (htu === url || canonical(htu) === url) &&
    typeof iat === 'number' &&
    iat <= seconds + proofAge.ahead &&
    iat >= seconds - proofAge.past &&
    typeof jti === 'string' &&
    jti.length > 0 &&
    jti.length <= maxJti &&
    (ath === proved.ath || (ath === undefined && !proved.namesToken))
  )
}

/** Without query and fragment; of the many spellings of an address the one that resources are kept by (RFC 3986 §6.2). */
function canonical(address: string): string | undefined {
  try {
    const { origin, pathname } = new URL(address)
    const names = pathname.split('/').map((name) => encodeURIComponent(decodeURIComponent(name)))
    return `${origin}${names.join('/')}`
  } catch {
    return undefined
  }
}

/** RFC 9449 §4.2, `ath`. */
export const tokenHash = (accessToken: string): string =>
  createHash('sha256').update(accessToken).digest('base64url')
