import type { ConsentReceipt } from './generated/consents.ts'
import { isConsentReceipt } from './generated/consents.ts'
import type { Bilingual } from './shape-model.ts'
import { type PublicKey, type SignatureFault, verifySigned } from './signed.ts'

/** The `typ` of a receipt's head: a signature of another purpose is none of ours (RFC 8725 §3.11). */
export const receiptType = 'tb-consent-receipt+jwt'

/** What a receipt says: what the server recorded, and how much that proves. */
export interface ReceiptClaims {
  /** The server. */
  readonly iss: string
  /** UTC seconds. */
  readonly iat: number
  readonly jti: string
  /** The citizen. */
  readonly sub: string
  /** The recipient. */
  readonly aud: string
  readonly receipt: ConsentReceipt
  /** The consent record as it was recorded: Turtle. */
  readonly recorded: string
  readonly statement: Bilingual
}

export type ReceiptKey = PublicKey

/** Reads the published keys (RFC 7517 §5). @throws Error for what is no set of keys. */
export function readReceiptKeys(text: string): readonly ReceiptKey[] {
  const { keys } = JSON.parse(text) as { keys?: unknown }
  if (!Array.isArray(keys)) throw new TypeError('no keys')
  return keys.filter((key): key is ReceiptKey => typeof key === 'object' && key !== null)
}

export type ReceiptFault = SignatureFault | 'not-a-receipt'

/**
 * Verifies a receipt with nothing but the published keys; runs in browsers too.
 *
 * @param text - The JWS in compact form (RFC 7515 §3.1).
 */
export async function verifyReceipt(
  text: string,
  keys: readonly ReceiptKey[],
): Promise<ReceiptClaims | ReceiptFault> {
  const value = await verifySigned(text, keys, receiptType)
  if (typeof value === 'string') return value
  return value && (await isReceipt(value)) ? (value as unknown as ReceiptClaims) : 'not-a-receipt'
}

/** Whether the parts agree with one another. */
async function isReceipt(value: Readonly<Record<string, unknown>>): Promise<boolean> {
  const { receipt, recorded, iss, jti, sub, aud, statement } = value
  if (typeof recorded !== 'string' || !isConsentReceipt(receipt) || !isStatement(statement)) return false
  const { publisher, identifier, dataSubject, recipient, recordSha256 } = receipt
  const agree = iss === publisher && jti === identifier && sub === dataSubject && aud === recipient
  return agree && recordSha256 === (await sha256(recorded))
}

/** A receipt says how much it proves, in both languages. */
export function isStatement(value: unknown): value is Bilingual {
  const { fr, en } = (value ?? {}) as Partial<Bilingual>
  return [fr, en].every((text) => typeof text === 'string' && text.trim() !== '')
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
