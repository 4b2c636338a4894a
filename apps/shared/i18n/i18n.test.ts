import { afterEach, describe, expect, it } from 'vitest'
import { frenchSpaces } from '#vocab/french-spaces'
import {
  capital,
  change,
  dayName,
  dayShort,
  dayWithWeekday,
  fileSize,
  instant,
  kilowattHours,
  money,
  monthName,
} from './format.ts'
import { setLanguage } from './language.ts'
import { pickLanguage } from './pick-language.ts'
import { t } from './t.ts'

afterEach(() => setLanguage('fr'))

describe('pickLanguage', () => {
  it('takes the strongest hint it knows, and French without any', () => {
    expect(pickLanguage({ asked: 'en', saved: 'fr', preferred: ['fr-FR'] })).toBe('en')
    expect(pickLanguage({ asked: 'xx', saved: 'fr', preferred: ['en'] })).toBe('fr')
    expect(pickLanguage({ asked: null, saved: null, preferred: ['de-DE', 'EN-us', 'fr'] })).toBe('en')
    expect(pickLanguage({ asked: null, saved: null, preferred: ['de', 'french'] })).toBe('fr')
  })
})

describe('t', () => {
  const words = { fr: 'Déjà vu ?', en: 'Seen before?' }
  const phrase = { fr: (n: number) => `${n} fois : oui`, en: (n: number) => `${n} times: yes` }

  it('says it in the language of the screen', () => {
    expect(t(words)).toBe('Déjà vu\u202f?')
    expect(t(phrase, 3)).toBe('3\u00a0fois\u00a0: oui')
    setLanguage('en')
    expect(t(words)).toBe('Seen before?')
    expect(t(phrase, 3)).toBe('3 times: yes')
  })
})

describe('what a text is given', () => {
  const phrase = { fr: (name: string) => `${name} : 3 mois`, en: (name: string) => `${name}: 3 months` }

  it('keeps its own direction, and leaves the sentence its own', () => {
    expect(t(phrase, 'Mes notes')).toBe('Mes notes\u00a0: 3\u00a0mois')
    for (const name of ['ميزانيتي', 'שלום 7', 'a שלום'])
      expect(t(phrase, name)).toBe(`\u2068${name}\u2069\u00a0: 3\u00a0mois`)
  })
})

describe('frenchSpaces', () => {
  it('keeps marks and units with their word', () => {
    expect(frenchSpaces('« Non » ; 12 kWh, 3 % !')).toBe(
      '«\u00a0Non\u00a0»\u202f; 12\u00a0kWh, 3\u00a0%\u202f!',
    )
    expect(frenchSpaces('à 3 heures')).toBe('à 3\u00a0heures')
    expect(frenchSpaces('le 1er mai 2026 à 8 h')).toBe('le 1er\u00a0mai 2026 à 8\u00a0h')
    expect(frenchSpaces('de 2025 aux 10\u202f001 lignes')).toBe('de 2025 aux 10\u202f001\u00a0lignes')
  })
})

describe('format', () => {
  it('writes amounts as each language does', () => {
    expect(money(-123456, 'EUR')).toBe('\u22121\u202f234,56\u00a0€')
    expect(money(500, 'EUR', { sign: true })).toBe('+5,00\u00a0€')
    expect(kilowattHours(312_400)).toBe('312\u00a0kWh')
    expect(kilowattHours(12_340)).toBe('12,3\u00a0kWh')
    expect(kilowattHours(0)).toBe('0\u00a0kWh')
    expect(kilowattHours(412)).toBe('0,41\u00a0kWh')
    expect(change(-0.124)).toMatch(/^\u221212[\u00a0\u202f]%$/)
    expect(fileSize(13_400)).toBe('13\u00a0ko')
    setLanguage('en')
    expect(money(-123456, 'EUR')).toBe('\u2212€1,234.56')
    expect(fileSize(13_400)).toBe('13\u00a0kB')
    expect(dayWithWeekday('2025-03-30')).toBe('Sunday 30 March 2025')
  })

  it('writes days without moving them to another time zone', () => {
    expect(dayWithWeekday('2025-03-30')).toBe('dimanche 30\u00a0mars 2025')
    expect(capital(monthName('2025-12'))).toBe('Décembre 2025')
    expect(dayWithWeekday('2025-12-01')).toBe('lundi 1er\u00a0décembre 2025')
    expect(dayName('2025-12-11')).toBe('11\u00a0décembre 2025')
    expect(monthName('2025-01')).toBe('janvier 2025')
    expect(instant('2025-07-01T22:30:00Z')).toBe('2\u00a0juillet 2025 à 0\u00a0h\u00a030 (heure de Paris)')
    expect([dayName('2025-02-31x'), monthName('2025-99'), dayShort('')]).toEqual([
      '2025-02-31x',
      '2025-99',
      '',
    ])
    expect(instant('not a time')).toBe('not a time')
  })
})
