import { expect, it } from 'vitest'
import { type AskedErasure, newErasure, nextStep } from './asked-erasure.ts'

const hour = 3_600_000
const day = 24 * hour
const who = {
  accountId: 'a',
  webIds: [],
  pod: 'http://localhost/alice/',
  owner: 'http://localhost/alice/#me',
}
const asked: AskedErasure = { ...newErasure(who, 0), promise: '' }

it.each([
  [0, {}, 'wait'],
  [6 * day - 1, {}, 'wait'],
  [6 * day, {}, 'tell'],
  [7 * day - 1, { isEveTold: true }, 'wait'],
  [7 * day - 1, {}, 'tell'],
  [7 * day, {}, 'erase'],
  // Cut off, and the clock of the next server is behind.
  [1, { begun: { resources: 3 } }, 'erase'],
] as const)('after %d ms, %j, what comes is to %s', (now, more, step) => {
  expect(nextStep({ ...asked, ...more }, now)).toBe(step)
})

it('has a name that nobody guesses, another each time', () => {
  expect(asked.id).toMatch(/^[0-9a-f]{32}$/)
  expect(newErasure(who, 0).id).not.toBe(asked.id)
})
