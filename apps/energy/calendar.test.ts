import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, midnight, minutesOfDay, mondayOf } from './calendar.ts'

describe('calendar', () => {
  it('reckons in days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31')
    expect(daysBetween('2025-02-27', '2025-03-02')).toHaveLength(4)
    expect(daysBetween('2025-03-02', '2025-02-27')).toEqual([])
    expect(mondayOf('2025-03-30')).toBe('2025-03-24')
    expect(mondayOf('2025-03-31')).toBe('2025-03-31')
  })

  it('knows how long a Paris day lasts', () => {
    expect(minutesOfDay('2025-03-30')).toBe(1380)
    expect(minutesOfDay('2025-10-26')).toBe(1500)
    expect(minutesOfDay('2025-03-29')).toBe(1440)
  })

  it('agrees with the time zone database, every day of thirty years', () => {
    const hour = new Intl.DateTimeFormat('fr-FR', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    for (const day of daysBetween('1997-01-01', '2026-12-31')) {
      const [y, m, d] = day.split('-')
      expect(hour.format(midnight(day))).toBe(`${d}/${m}/${y} 00:00`)
      expect(midnight(addDays(day, 1)) - midnight(day)).toBe(minutesOfDay(day) * 60_000)
    }
  })
})
