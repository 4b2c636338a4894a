import { createHash, randomBytes } from 'node:crypto'

/** How long a code is worth something, in milliseconds. */
export const codeLife = 10 * 60_000

/** What is kept of a code, under its hash: never the code. */
export interface KeptCode {
  readonly partner: string
  readonly redirectUri: string
  readonly challenge: string
  /** UTC milliseconds. */
  readonly until: number
  /** Somebody has tried it: it is worth nothing any more. */
  readonly spent: boolean
  readonly pod: string
  readonly webId: string
  readonly container: string
  readonly grant: string
}

/** What a partner shows for a code. */
export interface Tried {
  readonly code: string
  readonly verifier: string
  readonly redirectUri: string
}

/** 128 bits. */
export const newCode = (): string => randomBytes(16).toString('base64url')

export const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex')

/** Undefined for what no code was ever tried with. */
export function triedOf(body: Readonly<Record<string, unknown>>): Tried | undefined {
  const { code, code_verifier: verifier, redirect_uri: redirectUri } = body
  const isCode = typeof code === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(code)
  // RFC 7636 §4.1.
  const isVerifier = typeof verifier === 'string' && /^[A-Za-z0-9._~-]{43,128}$/.test(verifier)
  const isAddress = typeof redirectUri === 'string' && redirectUri.length <= 500
  return isCode && isVerifier && isAddress ? { code, verifier, redirectUri } : undefined
}

/** Whether a code is for this partner, from this session, to this address, now, and for the first time. */
export function isGood(kept: KeptCode, partner: string, tried: Tried, now: number): boolean {
  const challenge = createHash('sha256').update(tried.verifier).digest('base64url')
  return (
    !kept.spent &&
    now < kept.until &&
    kept.partner === partner &&
    kept.redirectUri === tried.redirectUri &&
    kept.challenge === challenge
  )
}
