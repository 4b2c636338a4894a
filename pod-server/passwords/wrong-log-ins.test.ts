import { describe, expect, it } from 'vitest'
import { limitsOf } from './wrong-log-ins.ts'

const names = (...args: Parameters<typeof limitsOf>) =>
  Object.entries(limitsOf(...args)).map(([name, { most, isPassing }]) => [name, most, isPassing ?? false])

describe('a wrong password counts', () => {
  it('by who asks for whom from where, by the place, and by the account over all places', () => {
    expect(names('192.0.2.1', 'a@x.example', true, undefined)).toEqual([
      ['pair 192.0.2.1 a@x.example', 10, false],
      ['place 192.0.2.1', 100, false],
      ['strangers a@x.example', 100, false],
    ])
  })

  it('as much for an e-mail address of no account, which is not written down', () => {
    expect(names('192.0.2.1', 'nobody@x.example', false, undefined)).toEqual([
      ['pair 192.0.2.1 nobody@x.example', 10, true],
      ['place 192.0.2.1', 100, false],
      ['strangers nobody@x.example', 100, true],
    ])
  })

  it('by the browser alone, where that has logged in to this account before: no stranger locks it out', () => {
    expect(names('192.0.2.1', 'a@x.example', true, 'x')).toEqual([['device x', 10, false]])
  })
})
