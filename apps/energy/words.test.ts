import { describe, expect, it } from 'vitest'
import type { EnergyView } from './data.ts'
import { caption, totalWords } from './words.ts'

const nothing: EnergyView = {
  period: { unit: 'year', name: '2025' },
  wattHours: undefined,
  estimated: false,
  bars: [],
  missingDays: [],
  missingMinutes: 0,
  comparison: undefined,
  hasEarlier: false,
  hasLater: false,
}

describe('a period without readings', () => {
  it('has none once all is read, and not before', () => {
    expect(totalWords(nothing, true)).toBe('Aucune mesure')
    expect(totalWords(nothing, false)).toBe('En cours de chargement')
    expect(caption(nothing, true)).toContain('aucune mesure, mois par mois')
    expect(caption(nothing, false)).toContain('en cours de chargement, mois par mois')
  })

  it('is of no such words where something was read', () => {
    for (const settled of [true, false])
      expect(totalWords({ wattHours: 1500 }, settled).replace(/\s/g, ' ')).toBe('1,50 kWh')
  })
})
