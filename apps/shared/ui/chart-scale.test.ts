import { describe, expect, it } from 'vitest'
import { niceScale } from './chart-scale.ts'

describe('niceScale', () => {
  it('starts at zero and covers the greatest value in round steps', () => {
    expect(niceScale(870).ticks).toEqual([0, 200, 400, 600, 800, 1000])
    expect(niceScale(9.4).ticks).toEqual([0, 2, 4, 6, 8, 10])
    expect(niceScale(0.3).ticks).toEqual([0, 0.1, 0.2, 0.3])
  })

  it('never has more than five intervals', () => {
    for (let value = 0.001; value < 1e9; value *= 1.37) {
      const { max, ticks } = niceScale(value)
      expect(max).toBeGreaterThanOrEqual(value)
      expect(ticks.length).toBeLessThanOrEqual(6)
      expect(max).toBeLessThan(value * 2.1)
    }
  })

  it('has an axis for nothing at all', () => {
    expect(niceScale(0)).toEqual({ max: 1, ticks: [0, 1] })
    expect(niceScale(Number.NaN)).toEqual({ max: 1, ticks: [0, 1] })
  })
})
