import { createPublicKey, type KeyObject } from 'node:crypto'
import { fits } from './signature.ts'

/** Members that make a public key, in the order of RFC 7638 §3.2. */
const members: Readonly<Record<string, readonly string[]>> = {
  EC: ['crv', 'kty', 'x', 'y'],
  RSA: ['e', 'kty', 'n'],
  OKP: ['crv', 'kty', 'x'],
}

/** What a public key is, as RFC 7638 §3 writes it. @returns undefined for any other, and for a private one. */
export function canonicalOf(jwk: unknown): string | undefined {
  if (typeof jwk !== 'object' || jwk === null || 'd' in jwk || 'k' in jwk) return undefined
  const { kty, ...rest } = jwk as Record<string, unknown>
  const names = typeof kty === 'string' && Object.hasOwn(members, kty) ? members[kty] : []
  const said: Record<string, unknown> = { ...rest, kty }
  if (!names?.length || names.some((name) => typeof said[name] !== 'string')) return undefined
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, said[name]])))
}

/** `canonical`: of `canonicalOf`. @returns undefined for what is no key, or none for that algorithm. */
export function keyOf(canonical: string, alg: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: JSON.parse(canonical), format: 'jwk' })
    return fits(alg, key) ? key : undefined
  } catch {
    return undefined
  }
}
