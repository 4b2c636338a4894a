import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { challengeMs, makeChallenge, readChallenge } from './challenge.ts'

const secret = randomBytes(32)
const now = Date.now()
const made = makeChallenge(secret, 'act', 'alice', now)

describe('a challenge', () => {
  it('is known for five minutes', () => {
    expect(readChallenge(secret, 'act', 'alice', made, now)).toMatchObject({ until: now + challengeMs })
    expect(readChallenge(secret, 'act', 'alice', made, now + challengeMs - 1)).toBeDefined()
    expect(readChallenge(secret, 'act', 'alice', made, now + challengeMs)).toBeUndefined()
  })

  it('is like no other', () => {
    const all = Array.from({ length: 100 }, () => makeChallenge(secret, 'act', 'alice', now))
    const ids = all.map((it) => readChallenge(secret, 'act', 'alice', it, now)?.id)
    expect(new Set(ids).size).toBe(100)
  })

  const bytes = Buffer.from(made, 'base64url')
  const later = Buffer.from(bytes)
  later.writeUIntBE(now + 2 * challengeMs, 16, 6)

  it.each([
    ['another purpose', 'log-in', 'alice', made],
    ['another purpose', 'new', 'alice', made],
    ['another account', 'act', 'bob', made],
    ['no account', 'act', '', made],
    ['an end of its holder', 'act', 'alice', later.toString('base64url')],
    ['a longer one', 'act', 'alice', `${made}AAAA`],
    ['a shorter one', 'act', 'alice', made.slice(0, -4)],
    ['another spelling', 'act', 'alice', `${made}=`],
    ['nothing', 'act', 'alice', ''],
  ] as const)('is no challenge of %s: %s %s', (_, purpose, account, challenge) => {
    expect(readChallenge(secret, purpose, account, challenge, now)).toBeUndefined()
  })

  it('is none of another server', () => {
    expect(readChallenge(randomBytes(32), 'act', 'alice', made, now)).toBeUndefined()
  })

  it('says nothing of an account that another account could say', () => {
    const other = makeChallenge(secret, 'act', 'alice x', now)
    expect(readChallenge(secret, 'act', 'alice', other, now)).toBeUndefined()
  })
})
