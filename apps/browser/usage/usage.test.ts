import { describe, expect, it } from 'vitest'
import { checkUsage, rowsOf } from './usage.ts'

const usage = (bytes: number, ...writers: { kind: string; name?: string; bytes: number }[]) =>
  checkUsage({ bytes, quota: 1000, writers })

describe('who takes how much of a space', () => {
  it('is from the most; what is the citizen’s, and nobody’s, is one each', () => {
    const rows = rowsOf(
      usage(
        600,
        { kind: 'partner', name: 'Banque', bytes: 300 },
        { kind: 'you', bytes: 100 },
        { kind: 'nobody', bytes: 110 },
        { kind: 'you', bytes: 90 },
      ),
    )
    expect(rows.map(({ kind, name, bytes }) => [kind, name, bytes])).toEqual([
      ['partner', 'Banque', 300],
      ['you', '', 190],
      ['nobody', '', 110],
    ])
  })

  it('says who may take no more; the citizen always may', () => {
    const rows = rowsOf(
      usage(
        995,
        { kind: 'you', bytes: 500 },
        { kind: 'partner', name: 'B', bytes: 495 },
        { kind: 'other', bytes: 0 },
      ),
    )
    expect(rows.map(({ isFull }) => isFull)).toEqual([false, true])
  })

  it('adds up, however many there are, and however many the server does not name', () => {
    const many = Array.from({ length: 20 }, (_, n) => ({
      kind: 'other',
      name: `${n}.example`,
      bytes: 20 + n,
    }))
    const rows = rowsOf(usage(900, ...many))
    expect(rows).toHaveLength(9)
    expect(rows.at(-1)).toMatchObject({ kind: 'rest' })
    expect(rows.reduce((bytes, row) => bytes + row.bytes, 0)).toBe(900)
  })

  it.each([
    null,
    {},
    { bytes: -1, quota: 1, writers: [] },
    { bytes: 1, quota: 1, writers: [{ kind: 'x', bytes: 1 }] },
    { bytes: 1, quota: 1, writers: [{ kind: 'other', name: {}, bytes: 1 }] },
  ])('is refused where it is none: %j', (value) => {
    expect(() => checkUsage(value)).toThrow(TypeError)
  })
})
