import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readIsoDay, readStampDay, readWrittenDay } from './written-day.ts'

const days = fc
  .integer({ min: 0, max: 80_000 })
  .map((day) => new Date(Date.UTC(1950, 0, 1) + day * 86_400_000).toISOString().slice(0, 10))

describe('a written day', () => {
  it('is read back as it was written, in both orders', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = day.split('-')
        expect(readIsoDay(day)).toBe(day)
        expect(readWrittenDay(`${date}/${month}/${year}`)).toBe(day)
        expect(readStampDay(`${day}T23:59:59.123+14:00`)).toBe(day)
      }),
    )
  })

  it.each([
    '2026-02-30',
    '2026-13-01',
    '1899-12-31',
    '2026-3-5',
    '2026-03-05Z',
    ' 2026-03-05',
    '20260305',
    '',
  ])('%j is none', (text) => {
    expect(readIsoDay(text)).toBeUndefined()
    expect(readWrittenDay(text)).toBeUndefined()
    expect(readStampDay(text)).toBeUndefined()
  })

  it.each(['30/02/2026', '5/3/2026', '05-03-2026', '05/03/26'])('%j is none', (text) => {
    expect(readWrittenDay(text)).toBeUndefined()
  })

  it.each(['2026-03', '2026', '2026-03-05T', '2026-03-05T25', '2026-03-05 tea'])('%j is no stamp', (text) => {
    expect(readStampDay(text)).toBeUndefined()
  })
})
