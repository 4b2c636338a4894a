import { expect, it } from 'vitest'
import { untilOf } from './until.ts'

const now = Date.UTC(2026, 10, 25, 10)

it.each([
  ['in a year, where nobody says', undefined, [], '2027-11-25T10:00:00Z'],
  ['when the need says', undefined, [30], '2026-12-25T10:00:00Z'],
  ['when the shortest of the needs says', undefined, [90, undefined, 30], '2026-12-25T10:00:00Z'],
  ['when the citizen says', '2026-11-26T10:00:00.500Z', [30], '2026-11-26T10:00:00Z'],
  ['when the citizen says, in another time zone', '2026-11-26T11:00+01:00', [], '2026-11-26T10:00:00Z'],
  ['no later than the need says', '2027-06-01T00:00:00Z', [30], '2026-12-25T10:00:00Z'],
  ['no later than in a year', '2999-01-01T00:00:00Z', [1000], '2027-11-25T10:00:00Z'],
] as const)('a grant ends %s', (_, wanted, most, end) => {
  expect(untilOf(wanted, most, now)).toBe(end)
})

it.each([
  '',
  'tomorrow',
  '2026-11-26',
  '2026-11-26T10:00:00',
  '2026-13-26T10:00:00Z',
  12,
  null,
  {},
  '2026-11-25T10:00:00Z',
  '2020-01-01T00:00:00Z',
])('is refused an end that is no instant to come: %s', (wanted) => {
  expect(() => untilOf(wanted, [], now)).toThrow(expect.objectContaining({ code: 'bad-end' }))
})
