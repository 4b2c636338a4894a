import { describe, expect, it } from 'vitest'
import { limitsOf, tooMany } from './wrong-log-ins.ts'

const hour = 3_600_000
const limits = (...args: Parameters<typeof limitsOf>) =>
  Object.entries(limitsOf(...args)).map(([name, { most, windowMs }]) => [name, most, windowMs / hour])

describe('a wrong password counts', () => {
  it('by who asks for whom from where, by the place, and by the account over all places: 480 a day at most', () => {
    expect(limits('192.0.2.1', 'a@x.example', undefined)).toEqual([
      ['pair 192.0.2.1 a@x.example', 10, 1 / 6],
      ['place 192.0.2.1', 100, 1],
      ['strangers a@x.example', 20, 1],
    ])
  })

  it('by the browser alone, where that has logged in to this account before: no stranger locks it out', () => {
    expect(limits('192.0.2.1', 'a@x.example', 'x')).toEqual([['device x', 10, 1 / 6]])
  })

  it.each([
    [1, 'attendez une minute', 'wait a minute'],
    [61, 'attendez 2 minutes', 'wait 2 minutes'],
    [3600, 'attendez 60 minutes', 'wait 60 minutes'],
  ])('too often for %i s more, which is said', (seconds, fr, en) => {
    const { message, statusCode } = tooMany(seconds)
    expect(statusCode).toBe(429)
    expect(message).toContain(fr)
    expect(message).toContain(en)
  })
})
