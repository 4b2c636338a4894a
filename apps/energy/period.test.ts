import { describe, expect, it } from 'vitest'
import { daysOf, fromHash, periodOf, stepped, toHash } from './period.ts'

describe('period', () => {
  it('holds its days', () => {
    expect(daysOf({ unit: 'month', name: '2024-02' })).toHaveLength(29)
    expect(daysOf({ unit: 'month', name: '2024-12' }).at(-1)).toBe('2024-12-31')
    expect(daysOf({ unit: 'year', name: '2024' })).toHaveLength(366)
    expect(daysOf(periodOf('week', '2025-01-01'))).toEqual(
      expect.arrayContaining(['2024-12-30', '2025-01-05']),
    )
  })

  it('steps both ways across year ends', () => {
    expect(stepped({ unit: 'month', name: '2025-01' }, -1).name).toBe('2024-12')
    expect(stepped({ unit: 'week', name: '2024-12-30' }, 1).name).toBe('2025-01-06')
    expect(stepped({ unit: 'day', name: '2024-12-31' }, 1).name).toBe('2025-01-01')
    expect(stepped({ unit: 'year', name: '2025' }, -1).name).toBe('2024')
  })

  it('goes to an address and back, and takes nothing else', () => {
    for (const unit of ['day', 'week', 'month', 'year'] as const) {
      const period = periodOf(unit, '2025-03-26')
      expect(fromHash(toHash(period))).toEqual(period)
    }
    for (const bad of [
      '',
      '#month/2025-13',
      '#week/2025-03-26',
      '#day/2025-02-30',
      '#year/20',
      '#month/2025-03-01',
    ]) {
      expect(fromHash(bad)).toBeUndefined()
    }
  })
})
