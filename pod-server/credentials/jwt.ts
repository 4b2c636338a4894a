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

/** The parts of a token as they are written. */
export interface JwtParts {
  readonly header: string
  readonly claims: string
  readonly signature: string
}

/** @returns undefined for what is no token at all, or is too long for one. */
export function splitJwt(text: string): JwtParts | undefined {
  if (text.length > maxLength) return undefined
  const [header, claims, signature, ...more] = text.split('.')
  return header && claims && signature && more.length === 0 ? { header, claims, signature } : undefined
}

/** @returns undefined for what is no token at all, or is too long for one. */
export function readJwt(text: string): Jwt | undefined {
  const parts = splitJwt(text)
  if (!parts) return undefined
  const { header, claims, signature } = parts
  const [read, said] = [jsonObject(header), jsonObject(claims)]
  if (!read || !said) return undefined
  return { header: read, claims: said, signed: `${header}.${claims}`, signature: decode(signature) }
}

/** What a part says, if it is an object. */
export function jsonObject(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(decode(part).toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

export const decode = (part: string): Buffer => Buffer.from(part, 'base64url')
