import { expect, it } from 'vitest'
import { momentWords } from './moment-words.ts'

const now = Date.parse('2026-11-26T08:00:00Z')

it.each([
  ['2026-11-26T07:30:00Z', 'Aujourd’hui à 8 h 30 (heure de Paris)'],
  // Past midnight in Paris, not yet in Greenwich.
  ['2026-11-25T23:10:00Z', 'Aujourd’hui à 0 h 10 (heure de Paris)'],
  ['2026-11-25T22:10:00Z', 'Hier à 23 h 10 (heure de Paris)'],
  ['2026-11-24T12:00:00Z', 'Le 24 novembre 2026'],
])('says %s as people do', (at, words) => {
  expect(momentWords(Date.parse(at), now).replace(/[\u00a0\u202f]/g, ' ')).toBe(words)
})
