import { describe, expect, it } from 'vitest'
import { assertPassword, WrongPasswords } from './again.ts'
import { AgentError } from './errors.ts'

const wrong = async () => {
  throw new AgentError('wrong-password')
}
const minutes = (count: number) => count * 60_000

describe('the password once more', () => {
  const logIn = async (_: string, password: string) => (password === 'hers' ? 'alice' : wrong())
  const asked = (body: object, wrongPasswords = new WrongPasswords()) =>
    assertPassword({ body: body as Record<string, unknown>, logIn, wrongPasswords }, 'alice')

  it('is that of the account', async () => {
    await asked({ email: 'a@x.example', password: 'hers' })
    await expect(asked({ email: 'a@x.example', password: 'his' })).rejects.toMatchObject({
      code: 'wrong-password',
    })
  })

  it('of another account is a wrong one', async () => {
    const others = {
      body: { email: 'b@x.example', password: 'hers' },
      logIn,
      wrongPasswords: new WrongPasswords(),
    }
    await expect(assertPassword(others, 'bob')).rejects.toMatchObject({ code: 'wrong-password' })
  })

  it.each([{}, { email: 'a@x.example' }, { email: 'a@x.example', password: ['hers'] }])(
    'is in the request: %o',
    async (body) => {
      await expect(asked(body)).rejects.toMatchObject({ code: 'bad-request' })
    },
  )
})

describe('wrong passwords', () => {
  const spent = async () => {
    const tries = new WrongPasswords()
    // At once: none of them waits for another to be counted.
    await Promise.allSettled(Array.from({ length: 10 }, () => tries.tried('alice', wrong, 0)))
    return tries
  }
  const right = async () => true

  it('are ten, and then none is looked at, the right one neither', async () => {
    const tries = await spent()
    await expect(tries.tried('alice', right, minutes(4))).rejects.toMatchObject({
      code: 'too-many-tries',
      retryAfter: 360,
    })
  })

  it('of one account are not another’s, and are over in ten minutes', async () => {
    const tries = await spent()
    expect(await tries.tried('bob', right, 0)).toBe(true)
    expect(await tries.tried('alice', right, minutes(10))).toBe(true)
  })

  it('are forgotten with the right one', async () => {
    const tries = new WrongPasswords()
    for (let round = 0; round < 2; round++) {
      for (let count = 0; count < 9; count++)
        await expect(tries.tried('alice', wrong, 0)).rejects.toThrow(AgentError)
      expect(await tries.tried('alice', right, 0)).toBe(true)
    }
  })

  it('are none that nobody looked at', async () => {
    const tries = new WrongPasswords()
    const busy = async () => {
      throw new AgentError('busy')
    }
    for (let count = 0; count < 20; count++)
      await expect(tries.tried('alice', busy, 0)).rejects.toMatchObject({ code: 'busy' })
  })
})
