/** A public key as it is published (RFC 7517). */
export interface PublicKey {
  readonly kid: string
  readonly kty: string
  readonly crv: string
  readonly x: string
  readonly y: string
}

export type SignatureFault = 'malformed' | 'other-type' | 'other-algorithm' | 'unknown-key' | 'changed'

/** Characters of what is signed at most. */
const maxLength = 512 * 1024

/**
 * Verifies what a server has signed with nothing but its published keys; runs in browsers too.
 *
 * @param text - The JWS in compact form (RFC 7515 §3.1).
 * @param type - The `typ` of its head: a signature of another purpose is none of ours (RFC 8725 §3.11).
 * @returns what it says; undefined where that is no object.
 */
export async function verifySigned(
  text: string,
  keys: readonly PublicKey[],
  type: string,
): Promise<Readonly<Record<string, unknown>> | SignatureFault | undefined> {
  if (text.length > maxLength) return 'malformed'
  const [head = '', claims = '', signature = '', ...more] = text.split('.')
  const [headBytes, claimBytes, signed] = [bytesOf(head), bytesOf(claims), bytesOf(signature)]
  if (!headBytes || !claimBytes || !signed || more.length > 0) return 'malformed'
  const said = objectOf(headBytes)
  if (!said) return 'malformed'
  if (said['typ'] !== type) return 'other-type'
  // One algorithm, whatever the head asks for: `none` and those of shared secrets are no choice (RFC 8725 §3.1).
  if (said['alg'] !== 'ES256' || 'crit' in said) return 'other-algorithm'
  const key = keys.find(({ kid, kty, crv }) => kid === said['kid'] && kty === 'EC' && crv === 'P-256')
  if (!key) return 'unknown-key'
  const bytes = new TextEncoder().encode(`${head}.${claims}`)
  return (await isSignedBy(key, signed, bytes)) ? objectOf(claimBytes) : 'changed'
}

async function isSignedBy(
  { kty, crv, x, y }: PublicKey,
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
