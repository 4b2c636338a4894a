import { expect, it } from 'vitest'
import { dayOf, logPlaceOf } from './log-place.ts'

it('is a log of a pod, the whole or a day', () => {
  expect(logPlaceOf('alice/log/')).toEqual({ pod: 'alice', day: undefined })
  expect(logPlaceOf('alice/log/2026-11-25')).toEqual({ pod: 'alice', day: '2026-11-25' })
})

it.each([
  'alice/',
  'alice/log',
  'alice/log.acl',
  'alice/log/.acl',
  'alice/log/2026-11-25.meta',
  'alice/log/x/',
  'alice/log/2026-02-30',
  'alice/logs/',
  'alice/data/log/',
  'log/2026-11-25',
  '',
])('%s is no document of a log', (path) => {
  expect(logPlaceOf(path)).toBeUndefined()
})

it('a day begins at midnight, UTC', () => {
  expect(dayOf('1970-01-02')).toBe(86_400_000)
  for (const day of ['1970-1-2', '2026-13-01', '2026-11-31', 'x']) expect(dayOf(day)).toBeUndefined()
})
