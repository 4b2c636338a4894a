import { expect, it } from 'vitest'
import { durationsFor, endOf, proposedDays } from './duration.ts'

const days = (...needs: { days?: number }[]) => durationsFor(needs).map((it) => it.days)

it('offers a day to a year, and no more than the needs allow', () => {
  expect(days({})).toEqual([1, 30, 91, 365])
  expect(days({}, { days: 90 })).toEqual([1, 30])
  expect(days({ days: 1000 })).toEqual([1, 30, 91, 365])
  expect(days({ days: 0 })).toEqual([1])
})

it('proposes a month, or less where there is no month to choose, and never the longest', () => {
  const proposed = (...needs: { days?: number }[]) => proposedDays(durationsFor(needs))
  expect([proposed({}), proposed({}, { days: 90 }), proposed({ days: 30 })]).toEqual([30, 30, 30])
  expect([proposed({ days: 29 }), proposed({ days: 1 }), proposed({ days: 0 })]).toEqual([1, 1, 1])
})

it('ends after as many days', () => {
  expect(endOf(30, Date.UTC(2026, 10, 25, 10)).toISOString()).toBe('2026-12-25T10:00:00.000Z')
})
