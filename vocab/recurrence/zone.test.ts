import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, isTimeZone, localOf } from './zone.ts'

const digits = (text: string): number => Date.parse(`${text}Z`)

describe('the clocks of a zone', () => {
  it.each([
    ['Europe/Paris', '2026-03-29T00:59:59', '2026-03-29T01:59:59'],
    ['Europe/Paris', '2026-03-29T01:00:00', '2026-03-29T03:00:00'],
    ['Europe/Paris', '2026-10-25T01:00:00', '2026-10-25T02:00:00'],
    ['America/New_York', '2026-03-08T06:59:59', '2026-03-08T01:59:59'],
    ['America/New_York', '2026-03-08T07:00:00', '2026-03-08T03:00:00'],
    ['Asia/Kolkata', '2026-03-08T18:30:00', '2026-03-09T00:00:00'],
    ['UTC', '2026-03-08T07:00:00', '2026-03-08T07:00:00'],
  ])('%s at %s show %s', (zone, instant, local) => {
    expect(localOf(digits(instant), zone)).toBe(digits(local))
    expect(localOf(instantOf(digits(local), zone), zone)).toBe(digits(local))
  })

  it('show the first of two hours, and none that they skip', () => {
    expect(instantOf(digits('2026-10-25T02:30:00'), 'Europe/Paris')).toBe(digits('2026-10-25T00:30:00'))
    expect(instantOf(digits('2026-03-29T02:30:00'), 'Europe/Paris')).toBe(digits('2026-03-29T01:30:00'))
  })

  it('are found again from what they show, but for the second of two hours', () => {
    const zone = fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia')
    const instant = fc.integer({ min: 0, max: 2_500_000_000 }).map((second) => second * 1000)
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const found = instantOf(localOf(at, name), name)
        expect(localOf(found, name)).toBe(localOf(at, name))
        expect(found).toBeLessThanOrEqual(at)
      }),
      { numRuns: 200 },
    )
  })

  it.each(['', 'Paris', 'CET', '+02:00', 'Europe/Nowhere', 'Romance Standard Time'])(
    '%j is no zone',
    (name) => expect(isTimeZone(name)).toBe(false),
  )
})
