import { describe, expect, it } from 'vitest'
import { PasswordHashes } from './PasswordHashes.ts'
import { hashOf } from './scrypt-hash.ts'

describe('hashes at the same time', () => {
  it('of one log-in wait for one another, and beyond some are told to come again; another has its turn', async () => {
    const hashes = new PasswordHashes({ atOnce: 2, kept: 0, waiting: 8, sender: { atOnce: 1, waiting: 4 } })
    const hash = await hashOf('secret', { ln: 10, r: 8, p: 1 })
    const often = Array.from({ length: 8 }, () => hashes.matches(hash, 'other', 'alice'))
    const other = hashes.matches(hash, 'secret', 'bob')
    const ends = await Promise.allSettled(often)
    const busy = { status: 'rejected', reason: { statusCode: 503, errorCode: 'busy' } }
    expect(ends).toMatchObject([
      ...Array(5).fill({ status: 'fulfilled', value: false }),
      ...Array(3).fill(busy),
    ])
    expect(await other).toBe(true)
  })

  it('give their turn back whatever comes of them', async () => {
    const hashes = new PasswordHashes({ atOnce: 1, kept: 0, waiting: 0, sender: { atOnce: 1, waiting: 0 } })
    await expect(hashes.matches('none', 'secret', 'alice')).rejects.toThrow(TypeError)
    const hash = await hashes.of('secret', 'alice')
    expect(await hashes.matches(hash, 'secret', 'alice')).toBe(true)
  })
})

describe('a password with spaces around it', () => {
  it('is the one without, whenever it was chosen: what a field or a tool leaves there keeps nobody out', async () => {
    const hashes = new PasswordHashes()
    const chosen = await hashes.ofNew(' pont de la guillotiere 7 ', 'alice@traboule.example')
    expect(await hashes.matches(chosen, 'pont de la guillotiere 7', 'alice')).toBe(true)
    expect(await hashes.matches(chosen, '\tpont de la guillotiere 7\n', 'alice')).toBe(true)
    expect(await hashes.matches(chosen, 'pontdelaguillotiere7', 'alice')).toBe(false)
  })
})
