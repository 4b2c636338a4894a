import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readIsoDay, readParisClock, readStamp } from './stamp.ts'

describe('a stamp', () => {
  it.each([
    ['2026-03-01T23:30:00Z', { day: '2026-03-02', instant: '2026-03-01T23:30:00Z' }],
    ['2026-03-01T23:30:00.250Z', { day: '2026-03-02', instant: '2026-03-01T23:30:00Z' }],
    ['2026-06-15T00:10:00.000+02:00', { day: '2026-06-15', instant: '2026-06-14T22:10:00Z' }],
    ['2026-06-15T00:10-0330', { day: '2026-06-15', instant: '2026-06-15T03:40:00Z' }],
    ['2018-07-15T17:50:00', { day: '2018-07-15', local: '2018-07-15T17:50:00' }],
  ])('%s is read as what it says', (text, stamp) => expect(readStamp(text)).toEqual(stamp))

  it.each([
    '',
    '2026-02-30T10:00:00Z',
    '2026-03-01',
    '2026-03-01T24:00:00Z',
    '2026-03-01T10:00:60Z',
    '0001-01-01T10:00',
  ])('%j is none', (text) => expect(readStamp(text)).toBeUndefined())

  it('of Paris’ clocks has an instant, but in the hour that October repeats and the one that March skips', () => {
    expect(readParisClock('2026-03-29T01:59:00')).toEqual({
      day: '2026-03-29',
      instant: '2026-03-29T00:59:00Z',
    })
    expect(readParisClock('2026-03-29T02:30:00')).toBeUndefined()
    expect(readParisClock('2026-10-25T02:30:00')).toEqual({ day: '2026-10-25', local: '2026-10-25T02:30:00' })
  })

  it('is read back from any instant, and from any text without a fault', () => {
    const date = fc.date({ min: new Date('1971-01-01'), max: new Date('2199-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(date, (it) => {
        const whole = `${it.toISOString().slice(0, 19)}Z`
        expect(readStamp(whole)?.instant).toBe(whole)
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const read of [readStamp, readIsoDay, readParisClock]) expect(() => read(text)).not.toThrow()
      }),
    )
  })
})
