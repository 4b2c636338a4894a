import { describe, expect, it } from 'vitest'
import { cost, hashOf, hashOfNothing, isCurrent, isHashOf } from './scrypt-hash.ts'

describe('a hash', () => {
  it('is of its password alone', async () => {
    const hash = await hashOf('un mot de passe', { ln: 10, r: 8, p: 1 })
    expect(await isHashOf(hash, 'un mot de passe')).toBe(true)
    for (const other of ['un mot de pass', 'un mot de passe ', 'Un mot de passe', '']) {
      expect(await isHashOf(hash, other)).toBe(false)
    }
  })

  it('says what it cost, has salt of its own, and does not hold the password', async () => {
    const hashes = await Promise.all([hashOf('secret'), hashOf('secret')])
    expect(new Set(hashes).size).toBe(2)
    for (const hash of hashes) {
      expect(hash).toMatch(new RegExp(`^\\$scrypt\\$ln=${cost.ln},r=${cost.r},p=${cost.p}\\$`))
      expect(hash).not.toContain('secret')
    }
  })

  it('that cost less than hashes do today still counts, and is not current', async () => {
    const cheap = await hashOf('secret', { ln: 10, r: 8, p: 1 })
    expect([await isHashOf(cheap, 'secret'), await isHashOf(cheap, 'other')]).toEqual([true, false])
    expect([isCurrent(cheap, cost), isCurrent(await hashOf('secret'), cost)]).toEqual([false, true])
  })

  it('of nothing is of no password, and costs as much', async () => {
    const nothing = hashOfNothing(cost)
    expect(isCurrent(nothing, cost)).toBe(true)
    expect(await isHashOf(nothing, '')).toBe(false)
  })

  it.each(['', 'secret', '$scrypt$ln=14,r=8,p=5$$', '$2a$10$abcdefghijklmnopqrstuu', '$scrypt$ln=99,r=8'])(
    'that is none is of no password: %j',
    async (none) => {
      await expect(isHashOf(none, none)).rejects.toThrow(TypeError)
      expect(isCurrent(none, cost)).toBe(false)
    },
  )

  it.each([
    ['no salt', '$scrypt$ln=10,r=8,p=1$$AAAA'],
    ['a short key', '$scrypt$ln=10,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA'],
  ])('with %s is of no password', async (_, hash) => {
    await expect(isHashOf(hash, '')).rejects.toThrow(TypeError)
  })
})
