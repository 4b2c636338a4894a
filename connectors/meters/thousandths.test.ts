import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thousandths } from './thousandths.ts'

describe('a figure', () => {
  it.each([
    ['12', 1, 12_000],
    ['4,030', 1000, 4_030_000],
    ['1 016', 1000, 1_016_000_000],
    ['1\u202f016\u00a0000', 1, 1_016_000_000],
    [11.12, 1, 11_120],
    [0, 1, 0],
    [1e-7, 1, 0],
    ['0.0005', 1, 1],
    ['4.0300000000000002', 1000, 4_030_000],
  ] as const)('%s (of %s) is %s thousandths', (given, perUnit, expected) => {
    expect(thousandths(given, perUnit)).toBe(expected)
  })

  it.each([
    '',
    '-1',
    '+1',
    '1e3',
    '1.2.3',
    '1 01',
    '12 3456',
    '1234567890123',
    'NA',
    null,
    undefined,
    {},
    -1,
    Number.NaN,
    1e20,
  ])('%s is none', (given) => expect(thousandths(given, 1)).toBeUndefined())

  it('is exact, whichever way it is written', () => {
    const milli = fc.integer({ min: 0, max: 999_999_999_999 })
    fc.assert(
      fc.property(milli, fc.constantFrom(',', '.'), (value, point) => {
        const text = `${Math.floor(value / 1000)}${point}${String(value % 1000).padStart(3, '0')}`
        return thousandths(text, 1) === value && thousandths(Number(text.replace(',', '.')), 1) === value
      }),
    )
  })
})
