import { afterEach, expect, it } from 'vitest'
import { setLanguage } from '../../shared/i18n/language.ts'
import type { RecordItem } from './items.ts'
import { filtered, grouped, newestFirst, parted, SaidWords, typesIn } from './record-filter.ts'

afterEach(() => setLanguage('fr'))

const item = (day: string, title: string, type = 'https://x.example/A'): RecordItem => ({
  url: 'https://pod.example/x',
  iri: `https://pod.example/x#${title}`,
  isOwn: true,
  type,
  label: undefined,
  versions: 1,
  day,
  words: () => ({ title, detail: '', value: '1 234,56 €' }),
})
const named = { fr: 'Les nôtres', en: 'Ours' }
const words = new SaidWords()
const none = { query: '', from: '', to: '', type: '' }
const all = [
  item('2025-01-02', 'Épicerie'),
  item('2025-03', 'Mars'),
  item('2024-12-31', 'Café'),
  item('', 'Zoé'),
  item('', 'Éva'),
]
const found = (filter: Partial<typeof none>) =>
  filtered(newestFirst(all, words), { ...none, ...filter }, words).map((it) => it.words().title)

it('puts the newest first, and the undated last by name', () => {
  expect(found({})).toEqual(['Mars', 'Épicerie', 'Café', 'Éva', 'Zoé'])
})

it('finds words without accents, amounts as they are typed, days and months', () => {
  expect(found({ query: 'epicerie 1234,56' })).toEqual(['Épicerie'])
  expect(found({ query: '02/01/2025' })).toEqual(['Épicerie'])
  expect(found({ query: 'decembre 2024' })).toEqual(['Café'])
  expect(found({ query: 'epicerie 99' })).toEqual([])
})

it('keeps to the days asked for: a month counts by each of its days, and what has no date is of none', () => {
  expect(found({ from: '2025-01-02' })).toEqual(['Mars', 'Épicerie'])
  expect(found({ from: '2025-03-15', to: '2025-03-16' })).toEqual(['Mars'])
  expect(found({ to: '2025-01-01' })).toEqual(['Café'])
})

it('keeps what an account stood at apart from what happened, but where it is all that there is or is asked for', () => {
  const balance = { ...item('2025-01-31', 'Solde', 'balance'), isAside: true }
  const list = [balance, ...all]
  expect(parted(list, { type: '' })).toEqual({ main: all, aside: [balance] })
  expect(parted([balance], { type: '' })).toEqual({ main: [balance], aside: [] })
  expect(parted([balance], { type: 'balance' })).toEqual({ main: [balance], aside: [] })
  expect(parted(all, { type: '' }).main).toBe(all)
})

it('tells the classes apart, those without one too, and a few of many', () => {
  const dish = 'https://x.example/Dish'
  const mixed = [
    ...all,
    item('', 'x', ''),
    item('', 'y', dish),
    { ...item('', 'z', 'of-ours'), label: named },
  ]
  // A class that somebody made up has a name in English at most, and none where that is no word.
  expect(typesIn(mixed)).toEqual([
    { type: 'none', count: 7, name: 'Autres' },
    { type: 'of-ours', count: 1, name: 'Les nôtres' },
  ])
  expect(filtered(mixed, { ...none, type: 'none' }, words)).toHaveLength(7)
  setLanguage('en')
  expect(typesIn(mixed).map(({ type, count }) => [type, count])).toEqual([
    ['none', 6],
    [dish, 1],
    ['of-ours', 1],
  ])
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const many = letters.flatMap((one) =>
    letters.map((two) => item('', 'z', `https://x.example/Ab${one}${two}`)),
  )
  expect(typesIn(many)).toHaveLength(40)
})

it('draws a page of them, by month, and what has no date by its class', () => {
  const account = { ...item('', 'Compte courant'), label: { fr: 'Comptes', en: 'Accounts' } }
  const groups = grouped(newestFirst([...all, account], words), 5)
  expect(groups.map(({ heading, items }) => [heading, items.length])).toEqual([
    ['Mars 2025', 1],
    ['Janvier 2025', 1],
    ['Décembre 2024', 1],
    ['Comptes', 1],
    ['Sans date', 1],
  ])
})
