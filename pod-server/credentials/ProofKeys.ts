import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { fits } from './signature.ts'

/** The public key of a proof, with its thumbprint (RFC 7638). */
export interface ProofKey {
  readonly key: KeyObject
  readonly thumbprint: string
  readonly alg: string
}

/** Members that make a public key, in the order of RFC 7638 §3.2. */
const members: Readonly<Record<string, readonly string[]>> = {
  EC: ['crv', 'kty', 'x', 'y'],
  RSA: ['e', 'kty', 'n'],
  OKP: ['crv', 'kty', 'x'],
}
/** Keys kept ready: one for each app that a citizen is logged in to. */
const maxKept = 20_000

/** Keys of proofs, made ready once: that costs as much as to verify a signature. */
export class ProofKeys {
  /** In order of last use. */
  private readonly kept = new Map<string, ProofKey>()

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.kept.size, most: maxKept }
  }

  /** @returns undefined for what is no public key (RFC 9449 §4.3), or none for that algorithm. */
  of(jwk: unknown, alg: unknown): ProofKey | undefined {
    if (typeof jwk !== 'object' || jwk === null || typeof alg !== 'string') return undefined
    const canonical = canonicalOf(jwk as Record<string, unknown>)
    if (canonical === undefined) return undefined
    const name = `${alg} ${canonical}`
    const known = this.kept.get(name) ?? make(canonical, alg)
    if (!known) return undefined
    this.kept.delete(name)
    this.kept.set(name, known)
    const [oldest] = this.kept.keys()
    if (this.kept.size > maxKept && oldest !== undefined) this.kept.delete(oldest)
    return known
  }
}

function canonicalOf(jwk: Record<string, unknown>): string | undefined {
  // RFC 9449 §4.3: no private key.
  if ('d' in jwk || 'k' in jwk) return undefined
  const names =
    typeof jwk['kty'] === 'string' && Object.hasOwn(members, jwk['kty']) ? members[jwk['kty']] : []
  if (!names?.length || names.some((name) => typeof jwk[name] !== 'string')) return undefined
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, jwk[name]])))
}

function make(canonical: string, alg: string): ProofKey | undefined {
  try {
    const key = createPublicKey({ key: JSON.parse(canonical), format: 'jwk' })
    if (!fits(alg, key)) return undefined
    return { key, alg, thumbprint: createHash('sha256').update(canonical).digest('base64url') }
  } catch {
    return undefined
  }
}
