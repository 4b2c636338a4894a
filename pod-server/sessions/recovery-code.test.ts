import { describe, expect, it } from 'vitest'
import { digestOf, makeCode, readCode } from './recovery-code.ts'

describe('a recovery code', () => {
  it('is of 80 bits in four groups, and like no other', () => {
    const all = Array.from({ length: 1000 }, makeCode)
    for (const code of all) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(new Set(all).size).toBe(1000)
    expect(new Set(all.join('')).size).toBe(33)
  })

  it.each(['7K3M-0QZD-9A1F-XH5T', '7k3m 0qzd 9a1f xh5t', ' 7K3M–OQZD—9AIF.XH5T ', '7k3moqzd9alfxh5t'])(
    'is read as it was copied by hand: %s',
    (written) => {
      expect(readCode(written)).toBe('7K3M0QZD9A1FXH5T')
    },
  )

  it.each([
    '',
    '7K3M-0QZD-9A1F-XH5',
    '7K3M-0QZD-9A1F-XH5TT',
    '7K3M-0QZD-9A1F-XH5U',
    `${'-'.repeat(100)}7K3M0QZD9A1FXH5T`,
  ])('is none: %s', (written) => {
    expect(readCode(written)).toBeUndefined()
  })

  it('is kept by a digest, another one for each account', () => {
    expect(digestOf('alice', '7K3M0QZD9A1FXH5T')).not.toBe(digestOf('bob', '7K3M0QZD9A1FXH5T'))
    expect(digestOf('alice', '7K3M0QZD9A1FXH5T')).toMatch(/^[\w-]{43}$/)
  })
})
