import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { toHex } from './chain.ts'
import { sha256 } from './sha256.ts'

it('is what FIPS 180-4 says of its examples', () => {
  const hex = (text: string) => toHex(sha256(new TextEncoder().encode(text)))
  expect(hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

it('is what another implementation says, of any length', () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, n) => (n * 31 + length) % 256)
    expect(toHex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})
