import { expect, it } from 'vitest'
import { daysLeft } from './days-left.ts'

it.each([
  ['2026-11-26T22:59:59Z', 0],
  // In Paris it is the next day.
  ['2026-11-26T23:00:00Z', 1],
  ['2026-11-29T10:00:00Z', 3],
  ['2027-11-26T10:00:00Z', 365],
  ['no date', undefined],
])('counts the days until %s as people do: %s', (until, days) => {
  expect(daysLeft(until, Date.parse('2026-11-26T08:00:00Z'))).toBe(days)
})

it('counts a day when the clocks change as a day', () => {
  expect(daysLeft('2026-10-26T22:30:00Z', Date.parse('2026-10-24T22:30:00Z'))).toBe(1)
})
