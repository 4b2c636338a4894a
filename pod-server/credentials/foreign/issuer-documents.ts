import type { KeyObject } from 'node:crypto'
import { canonicalOf, keyOf } from '../jwk.ts'

/** A key that an issuer signs with, as its document says it. */
export interface IssuerKey {
  readonly kid: string
  readonly alg: string | undefined
  readonly canonical: string
}

/** A key set of more has none. */
const maxKeys = 64

/** Where an issuer's configuration is (OpenID Connect Discovery §4). */
export const configurationOf = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`

/** Where its keys are, by its configuration, which has to be of this very issuer (§4.3 there). Pure. */
export function keysAddressIn(body: Buffer, asked: string): string | undefined {
  const { issuer, jwks_uri: address } = objectIn(body)
  return issuer === asked && typeof address === 'string' ? address : undefined
}

/** The public keys of a key set (RFC 7517 §5) that sign. Pure. */
export function keysIn(body: Buffer): readonly IssuerKey[] | undefined {
  const { keys } = objectIn(body)
  if (!Array.isArray(keys) || keys.length > maxKeys) return undefined
  return keys.flatMap((jwk: unknown) => {
    const { kid, alg, use = 'sig', key_ops: ops = ['verify'] } = (jwk ?? {}) as Record<string, unknown>
    const canonical = canonicalOf(jwk)
    if (!canonical || typeof kid !== 'string' || use !== 'sig') return []
    if (!Array.isArray(ops) || !ops.includes('verify')) return []
    return [{ kid, alg: typeof alg === 'string' ? alg : undefined, canonical }]
  })
}

/** The key that a token names, if it may be used with that algorithm. */
export function keyFor(keys: readonly IssuerKey[], kid: unknown, alg: string): KeyObject | undefined {
  for (const key of keys) {
    const found = key.kid === kid && (key.alg ?? alg) === alg && keyOf(key.canonical, alg)
    if (found) return found
  }
  return undefined
}

function objectIn(body: Buffer): Record<string, unknown> {
  try {
    return (JSON.parse(body.toString('utf8')) as Record<string, unknown> | null) ?? {}
  } catch {
    return {}
  }
}
