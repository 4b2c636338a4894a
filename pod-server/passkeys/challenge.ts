import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What the answer to a challenge is good for: nothing else than what it was made for. */
export type Purpose = 'log-in' | 'new' | 'act'

/** How long a citizen has to find their device, and to be recognised by it. */
export const challengeMs = 5 * 60_000

const randomLength = 16
const headLength = randomLength + 6
const length = headLength + 32

/**
 * A challenge that says itself, under the server's seal, what it is for, for whom and until when: nothing is kept of those
 * that nobody answers. 16 random bytes, the end in UTC milliseconds (6), HMAC-SHA-256 of both with purpose and account.
 *
 * @param account whose answer it has to be; the empty string: of whoever logs in.
 */
export function makeChallenge(secret: Buffer, purpose: Purpose, account: string, now = Date.now()): string {
  const head = Buffer.alloc(headLength)
  randomBytes(randomLength).copy(head)
  head.writeUIntBE(now + challengeMs, randomLength, 6)
  return Buffer.concat([head, seal(secret, purpose, account, head)]).toString('base64url')
}

/** Where a challenge is ours, of this purpose and account, and not too old: what it is known by, and its end. */
export function readChallenge(
  secret: Buffer,
  purpose: Purpose,
  account: string,
  challenge: string,
  now = Date.now(),
): { readonly id: string; readonly until: number } | undefined {
  const bytes = Buffer.from(challenge, 'base64url')
  // One spelling: another of the same bytes would count as another.
  if (bytes.length !== length || bytes.toString('base64url') !== challenge) return undefined
  const head = bytes.subarray(0, headLength)
  if (!timingSafeEqual(bytes.subarray(headLength), seal(secret, purpose, account, head))) return undefined
  const until = head.readUIntBE(randomLength, 6)
  return now < until ? { id: head.toString('base64url', 0, randomLength), until } : undefined
}

// The head is of one length: no account can say what another one's challenge says.
const seal = (secret: Buffer, purpose: Purpose, account: string, head: Buffer): Buffer =>
  createHmac('sha256', secret).update(`${purpose} ${account} `).update(head).digest()
