import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { PasskeyRefusal } from '../passkeys/PasskeyRefusal.ts'
import { Tries } from '../tries/Tries.ts'
import { assertAgain } from './again.ts'
import { AgentError } from './errors.ts'

let folder: string
let engine: SqliteEngine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-again-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
})

afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

/** @throws AgentError */
const hers = (password: string, account: string): string => {
  if (password === 'hers') return account
  throw new AgentError('wrong-password')
}

const passkeys = {
  assertAct: async (account: string, passkey: unknown) => {
    if (passkey !== `of ${account}`) throw new PasskeyRefusal('wrong-passkey')
  },
}

describe('a passkey once more', () => {
  const asked = (body: object) =>
    assertAgain(
      { body: { ...body }, logIn: async () => 'alice', tries: new Tries(engine), passkeys },
      'alice',
    )

  it('is enough, and is of the account; a password beside it is not asked', async () => {
    await asked({ passkey: 'of alice' })
    await asked({ passkey: 'of alice', email: 'a@x.example', password: 'wrong' })
    await expect(asked({ passkey: 'of bob' })).rejects.toMatchObject({ code: 'wrong-passkey' })
    await expect(asked({ passkey: null, password: 'hers' })).rejects.toMatchObject({ code: 'wrong-passkey' })
  })
})

describe('the password once more', () => {
  const logIn = async (_: string, password: string) => hers(password, 'alice')
  const asked = (body: object, accountId = 'alice') =>
    assertAgain(
      { body: body as Record<string, unknown>, logIn, tries: new Tries(engine), passkeys },
      accountId,
    )

  it('is that of the account', async () => {
    await asked({ email: 'a@x.example', password: 'hers' })
    await expect(asked({ email: 'a@x.example', password: 'his' })).rejects.toMatchObject({
      code: 'wrong-password',
    })
  })

  it('of another account is a wrong one', async () => {
    await expect(asked({ email: 'b@x.example', password: 'hers' }, 'bob')).rejects.toMatchObject({
      code: 'wrong-password',
    })
  })

  it.each([{}, { email: 'a@x.example' }, { email: 'a@x.example', password: ['hers'] }])(
    'is in the request: %o',
    async (body) => {
      await expect(asked(body)).rejects.toMatchObject({ code: 'bad-request' })
    },
  )
})

describe('wrong passwords', () => {
  const asked = (tries: Tries, password: string, accountId = 'claire') =>
    assertAgain(
      {
        body: { email: 'a@x.example', password },
        logIn: async () => hers(password, accountId),
        tries,
        passkeys,
      },
      accountId,
    )

  it('are ten of an account, and then none is looked at, the right one neither; of another account it is', async () => {
    const tries = new Tries(engine)
    const ends = await Promise.allSettled(Array.from({ length: 11 }, () => asked(tries, 'his')))
    const codes = ends.map((it) => (it as PromiseRejectedResult).reason.code).sort()
    expect(codes).toEqual(['too-many-tries', ...Array(10).fill('wrong-password')])
    await expect(asked(tries, 'hers')).rejects.toMatchObject({ code: 'too-many-tries', retryAfter: 600 })
    await asked(tries, 'hers', 'dora')
  })
})
