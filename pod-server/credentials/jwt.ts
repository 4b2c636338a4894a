/** A signed token in its compact form (RFC 7515 §3.1), read and not yet believed. */
export interface Jwt {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  /** What the signature is of. */
  readonly signed: string
  readonly signature: Buffer
}

/** Characters of a token at most: those of real issuers have about a thousand. */
const maxLength = 8 * 1024

/** @returns undefined for what is no token at all, or is too long for one. */
export function readJwt(text: string): Jwt | undefined {
  if (text.length > maxLength) return undefined
  const [header, claims, signature, ...more] = text.split('.')
  if (!header || !claims || !signature || more.length > 0) return undefined
  const [read, said] = [jsonObject(header), jsonObject(claims)]
  if (!read || !said) return undefined
  return { header: read, claims: said, signed: `${header}.${claims}`, signature: decode(signature) }
}

function jsonObject(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(decode(part).toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

const decode = (part: string): Buffer => Buffer.from(part, 'base64url')
