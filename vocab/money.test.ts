import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents, decimalText, isCents } from './money.ts'

describe('cents', () => {
  it.each([
    ['12.34', 1234],
    ['-0.5', -50],
    ['45', 4500],
    ['+7.10', 710],
    ['0012.3', 1230],
    ['1.2300', 123],
    ['-0', 0],
    ['9999999999999.99', 999999999999999],
  ])('reads %s exactly', (text, expected) => expect(cents(text)).toBe(expected))

  it.each(['', '-', '1.234', '12,34', '1e3', '1.', '.5', ' 1', '1 000', 'NaN', '12345678901234'])(
    'refuses "%s"',
    (text) => expect(() => cents(text)).toThrow(expect.objectContaining({ code: 'bad-decimal' })),
  )
})

describe('decimalText', () => {
  it.each([
    [1234, '12.34'],
    [-50, '-0.5'],
    [4500, '45'],
    [5, '0.05'],
    [0, '0'],
    [-0, '0'],
  ])('writes %d canonically', (amount, text) => expect(decimalText(amount)).toBe(text))

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e15])('refuses %d', (amount) =>
    expect(() => decimalText(amount)).toThrow(expect.objectContaining({ code: 'bad-decimal' })),
  )

  it('is read back exactly', () => {
    const amounts = fc.maxSafeInteger().filter(isCents)
    fc.assert(fc.property(amounts, (amount) => cents(decimalText(amount)) === (amount === 0 ? 0 : amount)))
  })
})
