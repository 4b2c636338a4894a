import { beforeAll, describe, expect, it } from 'vitest'
import { readCategories } from '../../shared/known-categories.ts'
import { endLines, nameOf, reasons, subjectText } from './grant-words.ts'

const now = Date.parse('2026-11-26T08:00:00Z')
const plain = (lines: readonly string[]) => lines.map((it) => it.replace(/[\u00a0\u202f]/g, ' '))

beforeAll(readCategories)

describe('an end', () => {
  it.each([
    [undefined, ['Sans date de fin : jusqu’à ce que vous y mettiez fin']],
    ['2027-11-26T08:00:00Z', [expect.stringMatching(/^Jusqu’au 26 novembre 2027.* 9 h 00/)]],
    ['2026-11-29T08:00:00Z', [expect.stringMatching(/^Jusqu’au 29 novembre/), 'se termine dans 3 jours']],
    ['2026-11-27T21:00:00Z', [expect.stringMatching(/^Jusqu’au 27 novembre.* 22 h 00/), 'se termine demain']],
    // Six minutes past midnight of tomorrow is this night.
    [
      '2026-11-26T23:06:00Z',
      [expect.stringMatching(/27 novembre 2026.* 0 h 06/), 'se termine dans 15 heures'],
    ],
    ['2026-11-26T09:30:00Z', [expect.stringMatching(/10 h 30/), 'se termine dans 1 heure']],
    ['2026-11-26T08:06:59Z', [expect.stringMatching(/9 h 06/), 'se termine dans 6 minutes']],
    ['2026-11-26T08:00:10Z', [expect.stringMatching(/9 h 00/), 'se termine dans une minute']],
    ['2026-11-26T07:59:00Z', [expect.stringMatching(/8 h 59/)]],
    // As it stands: anybody may have written it.
    ['someday', ['Jusqu’au someday']],
  ])('is said with its day, and its nearness: %s', (until, lines) => {
    expect(plain(endLines(until, now))).toEqual(lines)
  })
})

describe('a name', () => {
  const webId = 'https://bob.example/profile/card#me'
  it('is of a person what the address says, with the host that vouches for it', () =>
    expect(nameOf({ kind: 'person', recipient: { webId, name: webId } })).toBe('Bob, chez bob.example'))
  it('is of an app of somebody else never without its site', () =>
    expect(nameOf({ kind: 'app', recipient: { name: 'Mon espace', site: 'app.example' } })).toBe(
      'Mon espace (app.example)',
    ))
})

it('says what is seen, of whom, and what for: once where it is the same', () => {
  const of = (category: string, fr: string) => ({ category, why: { fr, en: '' }, containers: [] })
  const terms = {
    recipient: 'x',
    name: undefined,
    adds: false,
    until: undefined,
    where: undefined,
    given: undefined,
    withdrawn: undefined,
  }
  expect(plain([subjectText({ category: 'bank', partners: ['A', 'B'] })])).toEqual([
    'Comptes et opérations bancaires (partenaires : A et B)',
  ])
  expect(reasons({ ...terms, subjects: [of('bank', 'Voir'), of('water', 'Voir')] })).toEqual(['Voir'])
  expect(plain(reasons({ ...terms, subjects: [of('bank', 'Voir'), of('zoo', 'Aider')] }))).toEqual([
    'Comptes et opérations bancaires : Voir',
    'zoo : Aider',
  ])
})
