import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConnectorError } from '../errors.ts'
import { readJson } from './json.ts'

/** Its numbers brought within what is kept exactly. */
const withinBounds = (text: string): string =>
  JSON.stringify(JSON.parse(text), (_, value) =>
    typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? value % 1000 : value,
  )

const trimmed = (word: string): string => word.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')

describe('strict JSON with lines', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }).map(withinBounds), (text) => {
        expect(JSON.stringify(readJson(text).value)).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('refuses what JSON.parse refuses', () => {
    const text = fc.string({ unit: fc.constantFrom(...'[]{}":,0-1.e\\n tfalsrue'.split('')), maxLength: 30 })
    fc.assert(
      fc.property(text, (candidate) => {
        const reads = (read: () => unknown): boolean => {
          try {
            read()
            return true
          } catch {
            return false
          }
        }
        return !reads(() => readJson(candidate)) || reads(() => JSON.parse(candidate))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps every digit of the largest integer that it reads', () => {
    expect(readJson('[9007199254740991, -9007199254740991]').value).toEqual([2 ** 53 - 1, 1 - 2 ** 53])
  })

  it('keeps each digit of a decimal, as a number or as its text', () => {
    const digits = (max: number) => fc.bigInt({ min: 0n, max: 10n ** BigInt(max) - 1n })
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 15n - 1n }),
        digits(30),
        fc.integer({ min: 1, max: 30 }),
        (whole, fraction, length) => {
          const word = `${whole}.${String(fraction).padStart(length, '0')}`
          const { value } = readJson(`[${word}]`)
          const [said] = value as [number | string]
          if (typeof said === 'string') expect(said).toBe(word)
          // What a double prints is what was written, or the double is what was written.
          else expect([String(said), said.toPrecision(17)].map(trimmed)).toContain(trimmed(word))
        },
      ),
    )
  })

  it.each([
    ['12.34', 12.34],
    ['12.340', 12.34],
    ['0.1', 0.1],
    ['1e2', 100],
    ['-0', -0],
    // As a double is written to 17 digits.
    ['31.300000000000001', 31.3],
    ['12.3400000000000000001', '12.3400000000000000001'],
    ['0.00999999999999999999', '0.00999999999999999999'],
    ['123456789012345.68', '123456789012345.68'],
    ['1e-400', '1e-400'],
  ])('gives %s as %j', (word, value) => {
    expect(readJson(`[${word}]`).value).toEqual([value])
  })

  it('tells the line of each object', () => {
    const { value, lineOf } = readJson('[\n {"a": 1},\n\n {"b": 2}]')
    expect((value as object[]).map((object) => lineOf.get(object))).toEqual([2, 4])
  })

  it.each([
    ['{"a": 1,\n "b" 2}', 'malformed', 2],
    ['{"a": 1,\n "b": [1, 2', 'truncated', 2],
    ['{"a": "x\ny"}', 'malformed', 1],
    ['{}\n}', 'malformed', 2],
    ['{"a": 1,\n "a": 2}', 'malformed', 2],
    ['{"id":\n 9007199254740993}', 'bad-field', 2],
    ['[-9007199254740992]', 'bad-field', 1],
    ['[9007199254740993.0]', 'bad-field', 1],
    ['[1e999]', 'bad-field', 1],
    ['['.repeat(100_000), 'malformed', 1],
  ])('%.20s is refused: %s at line %i', (text, code, line) => {
    try {
      readJson(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(ConnectorError)
      expect(error).toMatchObject({ code, line })
    }
  })
})
