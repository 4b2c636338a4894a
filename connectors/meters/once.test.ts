import { describe, expect, it } from 'vitest'
import { missingDays } from './gaps.ts'
import { eachOnce } from './once.ts'
import type { Period } from './period.ts'

const period = (firstDay: string, quantity: number | null, more: Partial<Period> = {}): Period => ({
  meter: '1',
  series: 'daily',
  direction: 'consumption',
  firstDay,
  lastDay: firstDay,
  unit: 'Wh',
  quantity,
  quality: 'measured',
  line: undefined,
  ...more,
})

describe('the periods of a file', () => {
  it('are in order of time, each once, and a value wins over its absence', () => {
    const rows = [
      period('2026-03-02', 5),
      period('2026-03-01', null),
      period('2026-03-02', 5),
      period('2026-03-01', 4),
    ]
    expect(eachOnce(rows).map(({ firstDay, quantity }) => [firstDay, quantity])).toEqual([
      ['2026-03-01', 4],
      ['2026-03-02', 5],
    ])
  })

  it('that say two things of one day are refused', () => {
    expect(() => eachOnce([period('2026-03-02', 5), period('2026-03-02', 6)])).toThrow('contradiction')
  })

  it('that share a day are refused: a sum would count it twice', () => {
    const week = period('2026-03-01', 9, { series: 'weekly', lastDay: '2026-03-07' })
    expect(() => eachOnce([week, period('2026-03-05', 1, { series: 'weekly' })])).toThrow('contradiction')
    // The total of a day stands beside that of its week: another series.
    expect(eachOnce([week, period('2026-03-05', 1)])).toHaveLength(2)
  })
})

describe('what is missing', () => {
  it('is each day within a series that is not said, or said without a value', () => {
    const rows = [period('2026-02-27', 1), period('2026-02-28', null), period('2026-03-03', 1)]
    expect(missingDays(rows)).toEqual(['2026-02-28', '2026-03-01', '2026-03-02'])
  })

  it('is as many months as fit between two', () => {
    const month = (from: string, to: string) => period(from, 1, { series: 'monthly', lastDay: to })
    const rows = [month('2024-12-01', '2024-12-31'), month('2025-03-01', '2025-03-31')]
    expect(missingDays(rows).map((day) => day.slice(0, 7))).toEqual(['2025-01', '2025-01'])
  })

  it('is nothing between two indexes: the next one counts on', () => {
    const index = (day: string) => period(day, null, { series: 'index', quantity: undefined, indexEnd: 1 })
    expect(missingDays([index('2026-01-01'), index('2026-02-01')])).toEqual([])
  })

  it('is one for a hole between two bills', () => {
    const bill = (from: string, to: string) => period(from, 1, { series: 'billed', lastDay: to })
    const rows = [
      bill('2026-01-01', '2026-01-31'),
      bill('2026-02-01', '2026-02-28'),
      bill('2026-04-01', '2026-04-30'),
    ]
    expect(missingDays(rows)).toEqual(['2026-03-01'])
  })
})
