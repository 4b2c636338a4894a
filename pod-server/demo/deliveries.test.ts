import { expect, it } from 'vitest'
import { lastDay } from './deliveries.ts'

it.each([
  ['2026-11-27T00:43:00Z', '2026-10-31'],
  ['2027-01-01T00:00:00Z', '2026-12-31'],
  ['2028-03-31T23:59:59Z', '2028-02-29'],
])('sends until the end of the month before: %s', (now, day) => expect(lastDay(new Date(now))).toBe(day))
