import { describe, expect, it, vi } from 'vitest'
import { Rates } from './Rates.ts'

const rate = { perSecond: 10, burst: 5 }
const asked = (rates: Rates, name: string, times: number, now: number, of = rate) =>
  Array.from({ length: times }, () => rates.take(name, of, now))

describe('a rate', () => {
  it('lets a burst through, then tells how long to wait, and not a millisecond more', () => {
    const rates = new Rates(100)
    expect(asked(rates, 'a', 7, 1000)).toEqual([0, 0, 0, 0, 0, 100, 100])
    expect(rates.take('a', rate, 1099)).toBe(1)
    expect(rates.take('a', rate, 1100)).toBe(0)
    expect(rates.take('a', rate, 1100)).toBe(100)
  })

  it('holds in the long run, and gives the burst again after a rest', () => {
    const rates = new Rates(100)
    let passed = 0
    for (let now = 0; now < 10_000; now += 7) if (rates.take('a', rate, now) === 0) passed += 1
    expect(passed).toBe(rate.burst + 99)
    expect(asked(rates, 'a', 6, 20_000)).toEqual([0, 0, 0, 0, 0, 100])
  })

  it('of a third of a second sums up to no wait that is none', () => {
    const third = { perSecond: 3, burst: 3000 }
    expect(new Set(asked(new Rates(100), 'a', 3000, 0, third))).toEqual(new Set([0]))
  })

  it('of one name holds up no other', () => {
    const rates = new Rates(100)
    asked(rates, 'a', 6, 0)
    expect(rates.take('b', rate, 0)).toBe(0)
  })

  it('takes back what was not to be counted', () => {
    const rates = new Rates(100)
    asked(rates, 'a', 5, 0)
    rates.giveBack('a', rate)
    rates.giveBack('nobody', rate)
    expect(asked(rates, 'a', 2, 0)).toEqual([0, 100])
  })

  it('keeps no more names than it may, and those who ask on', () => {
    const rates = new Rates(100)
    asked(rates, 'flood', 6, 0)
    for (let name = 0; name < 10_000; name++) {
      rates.take(`passing ${name}`, rate, 0)
      if (name % 20 === 0) expect(rates.take('flood', rate, 0)).toBeGreaterThan(0)
    }
    expect(rates.size.kept).toBeLessThanOrEqual(100)
  })

  it('keeps of a long name no more than of a short one, and tells two of them apart', () => {
    const rates = new Rates(100)
    const long = (end: string) => `https://elsewhere.example/${'x'.repeat(6000)}${end}`
    const set = vi.spyOn(Map.prototype, 'set')
    asked(rates, long('a'), 6, 0)
    rates.giveBack(long('a'), rate)
    const names = set.mock.calls.map(([name]) => String(name).length)
    set.mockRestore()
    expect(names.length).toBeGreaterThan(0)
    expect(Math.max(...names)).toBeLessThanOrEqual(200)
    expect(asked(rates, long('a'), 2, 0)).toEqual([0, 100])
    expect(rates.take(long('b'), rate, 0)).toBe(0)
  })
})
