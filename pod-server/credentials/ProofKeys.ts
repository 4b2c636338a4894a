import { createHash, type KeyObject } from 'node:crypto'
import { Recent } from '../Recent.ts'
import { canonicalOf, keyOf } from './jwk.ts'
import { jsonObject } from './jwt.ts'

/** The public key of a proof, with its thumbprint (RFC 7638). */
export interface ProofKey {
  readonly key: KeyObject
  readonly thumbprint: string
  readonly alg: string
}

/** Keys kept ready: one for each app that a citizen is logged in to. */
const maxKept = 20_000
/** Characters of a header that is kept: a key of RSA has seven hundred. */
const maxHeader = 1024

/**
 * Keys of proofs, made ready once: that costs as much as to verify a signature. A client writes the header of all its
 * proofs alike, so that it is read once too.
 */
export class ProofKeys {
  private readonly kept = new Recent<ProofKey>(maxKept)

  get size(): { readonly kept: number; readonly most: number } {
    return this.kept.size
  }

  /** `header`: of a proof, as it is written. @returns undefined for what is no header of a proof (RFC 9449 §4.3). */
  of(header: string): ProofKey | undefined {
    const known = this.kept.get(header)
    if (known) return known
    const fresh = read(header)
    if (fresh && header.length <= maxHeader) this.kept.set(header, fresh)
    return fresh
  }
}

function read(text: string): ProofKey | undefined {
  const { typ, crit, jwk, alg } = jsonObject(text) ?? {}
  if (typ !== 'dpop+jwt' || crit !== undefined || typeof alg !== 'string') return undefined
  // RFC 9449 §4.3: no private key.
  const canonical = canonicalOf(jwk)
  const key = canonical && keyOf(canonical, alg)
  return key
    ? { key, alg, thumbprint: createHash('sha256').update(canonical).digest('base64url') }
    : undefined
}
