import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalDecimal, decimal, numberOf } from './decimal.ts'

describe('decimal', () => {
  it.each([
    [412, '412'],
    [398.5, '398.5'],
    [0.1 + 0.2, '0.3'],
    [-0.0001, '0'],
    [1e-7, '0'],
    [100, '100'],
    [999999999999, '999999999999'],
  ])('writes %d canonically', (value, text) => expect(decimal(value)).toBe(text))

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e12, -1e21])('refuses %d', (value) =>
    expect(() => decimal(value)).toThrow(expect.objectContaining({ code: 'bad-decimal' })),
  )

  it('is read back, to three decimals', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        (value) => numberOf(decimal(value / 1000)) === (value === 0 ? 0 : value / 1000),
      ),
    )
  })

  it('writes what is canonical already', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => canonicalDecimal(decimal(value / 1000)) === decimal(value / 1000)),
    )
  })
})

describe('canonicalDecimal', () => {
  it.each([
    ['+012.3400', '12.34'],
    ['-0.0', '0'],
    ['-.50', '-0.5'],
    ['12.', '12'],
    ['100000000000000000000.10', '100000000000000000000.1'],
  ])('of %s is %s', (text, canonical) => expect(canonicalDecimal(text)).toBe(canonical))

  it('refuses what is no decimal', () => {
    for (const text of ['', '.', '-', '1e3', '1,5']) {
      expect(() => canonicalDecimal(text)).toThrow(expect.objectContaining({ code: 'bad-decimal' }))
    }
  })
})
