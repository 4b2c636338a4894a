import { isStatement, type ReceiptFault, type ReceiptKey, sha256 } from './receipt.ts'
import type { Bilingual } from './shape-model.ts'
import { verifySigned } from './signed.ts'

/** The `typ` of the head of what a server signs of an erasure. */
export const erasureProofType = 'tb-erasure-proof+jwt'

/** Of one erasure: `promised` when it was asked for, `done` once nothing was left. Instants are UTC, whole seconds. */
export interface Erasure {
  readonly status: 'promised' | 'done'
  /** SHA-256 of the request and the pod's address (see `podHash`), hexadecimal; none where the account had no pod. */
  readonly podSha256?: string
  readonly askedAt: string
  readonly dueAt: string
  readonly erasedAt?: string
  readonly resources?: number
  /** Where the pod's journal ended: a citizen who kept its head has the same. */
  readonly journalHead?: { readonly number: number; readonly hash: string }
}

/** What the server says, and how much that proves. It names nobody. */
export interface ErasureClaims {
  /** The server. */
  readonly iss: string
  /** UTC seconds. */
  readonly iat: number
  /** The request, and `-1` where it is promised, `-2` where it is done. */
  readonly jti: string
  readonly erasure: Erasure
  readonly statement: Bilingual
}

/** The request that a proof is of. */
export const requestOf = ({ jti }: Pick<ErasureClaims, 'jti'>): string => jti.replace(/-[12]$/, '')

/** By which whoever knows a pod's address finds that a proof is of it: of each request another one. */
export const podHash = (request: string, pod: string): Promise<string> => sha256(`${request}\n${pod}`)

/**
 * Verifies a promise or a proof with nothing but the published keys; runs in browsers too.
 *
 * @param text - The JWS in compact form (RFC 7515 §3.1).
 */
export async function verifyErasureProof(
  text: string,
  keys: readonly ReceiptKey[],
): Promise<ErasureClaims | ReceiptFault> {
  const value = await verifySigned(text, keys, erasureProofType)
  if (typeof value === 'string') return value
  return value && isProof(value) ? (value as unknown as ErasureClaims) : 'not-a-receipt'
}

function isProof({ iss, jti, erasure, statement }: Readonly<Record<string, unknown>>): boolean {
  const { status, podSha256, askedAt, dueAt, erasedAt } = (erasure ?? {}) as Partial<Erasure>
  if (typeof iss !== 'string' || typeof jti !== 'string' || !isStatement(statement)) return false
  const isDone = status === 'done'
  if (!isDone && status !== 'promised') return false
  const isHash = podSha256 === undefined || /^[0-9a-f]{64}$/.test(podSha256)
  const instants = [askedAt, dueAt, ...(isDone ? [erasedAt] : [])]
  return isHash && instants.every(isInstant) && jti.endsWith(isDone ? '-2' : '-1')
}

const isInstant = (text: unknown): boolean =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)
