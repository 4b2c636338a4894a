import { describe, expect, it } from 'vitest'
import { patience } from './patience.ts'

describe('how long a page waits before it listens again', () => {
  it('is twice as long each time, to a bound', () => {
    expect([0, 1, 2].map((tries) => patience(tries, 'closed', 0))).toEqual([1000, 2000, 4000])
    expect(patience(1000, 'closed', 0)).toBe(600_000)
  })

  it('is a minute at least where it was refused, and as long as the server says', () => {
    expect(patience(0, 'refused', 0)).toBe(60_000)
    expect(patience(0, 'refused', 0, 3600)).toBe(3_600_000)
  })

  it('is not the same for all', () => {
    expect(patience(0, 'closed', 1)).toBe(1500)
  })
})
