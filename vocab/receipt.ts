import type { ConsentReceipt } from './generated/consents.ts'
import { isConsentReceipt } from './generated/consents.ts'
import type { Bilingual } from './shape-model.ts'

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

/** A public key as it is published (RFC 7517). */
export interface ReceiptKey {
  readonly kid: string
  readonly kty: string
  readonly crv: string
  readonly x: string
  readonly y: string
}

/** Reads the published keys (RFC 7517 §5). @throws Error for what is no set of keys. */
export function readReceiptKeys(text: string): readonly ReceiptKey[] {
  const { keys } = JSON.parse(text) as { keys?: unknown }
  if (!Array.isArray(keys)) throw new TypeError('no keys')
  return keys.filter((key): key is ReceiptKey => typeof key === 'object' && key !== null)
}

export type ReceiptFault =
  | 'malformed'
  | 'other-type'
  | 'other-algorithm'
  | 'unknown-key'
  | 'changed'
  | 'not-a-receipt'

/** Characters of a receipt at most. */
const maxLength = 512 * 1024

/**
 * Verifies a receipt with nothing but the published keys; runs in browsers too.
 *
 * @param text - The JWS in compact form (RFC 7515 §3.1).
 */
export async function verifyReceipt(
  text: string,
  keys: readonly ReceiptKey[],
): Promise<ReceiptClaims | ReceiptFault> {
  if (text.length > maxLength) return 'malformed'
  const [head = '', claims = '', signature = '', ...more] = text.split('.')
  const [headBytes, claimBytes, signed] = [bytesOf(head), bytesOf(claims), bytesOf(signature)]
  if (!headBytes || !claimBytes || !signed || more.length > 0) return 'malformed'
  const said = objectOf(headBytes)
  if (!said) return 'malformed'
  if (said['typ'] !== receiptType) return 'other-type'
  // One algorithm, whatever the head asks for: `none` and those of shared secrets are no choice (RFC 8725 §3.1).
  if (said['alg'] !== 'ES256' || 'crit' in said) return 'other-algorithm'
  const key = keys.find(({ kid, kty, crv }) => kid === said['kid'] && kty === 'EC' && crv === 'P-256')
  if (!key) return 'unknown-key'
  const bytes = new TextEncoder().encode(`${head}.${claims}`)
  if (!(await isSignedBy(key, signed, bytes))) return 'changed'
  const value = objectOf(claimBytes)
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
function isStatement(value: unknown): value is Bilingual {
  const { fr, en } = (value ?? {}) as Partial<Bilingual>
  return [fr, en].every((text) => typeof text === 'string' && text.trim() !== '')
}

async function isSignedBy(
  { kty, crv, x, y }: ReceiptKey,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify'])
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, bytes)
  } catch {
    return false
  }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What base64url says (RFC 4648 §5), if it says it in the one way there is: no bit of a receipt is free. */
function bytesOf(part: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(part) || part.length % 4 === 1) return undefined
  const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
  const again = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return again === part ? Uint8Array.from(binary, (char) => char.charCodeAt(0)) : undefined
}

function objectOf(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
