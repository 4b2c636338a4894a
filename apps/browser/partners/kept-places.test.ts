import { expect, it } from 'vitest'
import type { Grant } from '../../shared/pod/grants.ts'
import type { Source } from './catalogue.ts'
import { inKeptPlaces } from './kept-places.ts'

const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  name: undefined,
  category: 'bank',
  grant: undefined,
  data: undefined,
  isListed: false,
  ...more,
})
const grant = { id: 'g' } as Grant
const ids = (sources: readonly Source[]) => sources.map(({ id }) => id)

it('keeps each partner where it was shown first, and puts what is new after them', () => {
  const shown = [source('a', { grant }), source('b')]
  const now = inKeptPlaces(shown, [source('b', { grant }), source('c'), source('a')])
  expect(ids(now)).toEqual(['a', 'b', 'c'])
  expect(now.map((it) => it.grant !== undefined)).toEqual([false, true, false])
})

it('keeps one of which nothing is left, as one that is not connected, with its name', () => {
  const [kept] = inKeptPlaces([source('a', { grant, name: 'La Banque' })], [])
  expect(kept).toMatchObject({ id: 'a', name: 'La Banque', grant: undefined, data: undefined })
})

it('tells those of two categories apart', () => {
  const now = inKeptPlaces([source('a')], [source('a', { category: 'energy', grant })])
  expect(now.map(({ category, grant: its }) => [category, its !== undefined])).toEqual([
    ['bank', false],
    ['energy', true],
  ])
})
