import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConnectorError } from '../errors.ts'
import { readJson } from './json.ts'

/** Its numbers brought within what is kept exactly. */
const withinBounds = (text: string): string =>
  JSON.stringify(JSON.parse(text), (_, value) =>
    typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? value % 1000 : value,
  )

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
