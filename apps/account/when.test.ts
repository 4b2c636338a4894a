import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dayOfInstant, instant } from '../shared/i18n/format.ts'
import { setLanguage } from '../shared/i18n/language.ts'
import { dayOf, minuteOf } from './when.ts'

const late = '2025-06-30T22:30:00Z'

// Where it is another day than in Paris, and than in UTC.
beforeEach(() => vi.stubEnv('TZ', 'Pacific/Kiritimati'))
afterEach(() => {
  vi.unstubAllEnvs()
  setLanguage('fr')
})

it('is the hour of Paris on the account pages as in the apps, wherever the browser is, and says so', () => {
  expect(new Date(late).getHours()).toBe(12)
  for (const said of [minuteOf(new Date(late)), instant(late)])
    expect(said).toBe('1er\u00a0juillet 2025 à 0\u00a0h\u00a030 (heure de Paris)')
  expect([dayOf(late), dayOfInstant(late)]).toEqual(['1er\u00a0juillet 2025', '1er\u00a0juillet 2025'])
  setLanguage('en')
  for (const said of [minuteOf(new Date(late)), instant(late)])
    expect(said).toBe('1 July 2025 at 00:30 (Paris time)')
  expect([dayOf(late), dayOfInstant(late)]).toEqual(['1 July 2025', '1 July 2025'])
})
