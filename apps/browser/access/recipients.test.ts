import { describe, expect, it } from 'vitest'
import type { Grant } from '../../shared/pod/grants.ts'
import { recipientsOf, subjectsOf } from './recipients.ts'

const pod = 'https://pod.example/alice/'
const grant = (id: string, rest: Partial<Grant> = {}): Grant => ({
  id,
  kind: 'app',
  recipient: { client: 'https://budget.example/id', name: 'Budget' },
  categories: ['bank'],
  containers: [`${pod}data/bank/banque/`],
  partners: {},
  modes: ['read'],
  since: '2026-11-01T10:00:00Z',
  ...rest,
})
const ids = (grants: readonly Grant[]) => recipientsOf(grants).map((it) => it.grants.map(({ id }) => id))

describe('recipients', () => {
  it('are each one, with all that they were granted', () => {
    const other = { client: 'https://other.example/id', name: 'Budget' }
    expect(
      ids([grant('a'), grant('b', { recipient: other }), grant('c', { categories: ['water'] })]),
    ).toEqual([['a', 'c'], ['b']])
  })

  it('come as whoever may do everything, who reads, partners', () => {
    const of = (id: string, kind: Grant['kind'], categories = ['bank']) =>
      grant(id, { kind, recipient: { webId: `https://${id}.example/#me`, name: id }, categories })
    expect(
      ids([
        of('bank', 'partner'),
        of('bob', 'person'),
        of('budget', 'app'),
        of('all', 'app', ['whole-space']),
      ]),
    ).toEqual([['all'], ['bob'], ['budget'], ['bank']])
  })

  it('come with whoever reads for the shortest time first', () => {
    const of = (id: string, kind: Grant['kind'], until?: string) =>
      grant(id, { kind, recipient: { name: id }, ...(until ? { until } : {}) })
    expect(
      ids([
        of('for ever', 'app'),
        of('for a year', 'app', '2027-11-26T10:00:00Z'),
        of('partner', 'partner', '2026-11-27T10:00:00Z'),
        of('for a week', 'person', '2026-12-03T10:00:00Z'),
        of('for ever, too', 'person'),
      ]),
    ).toEqual([['for a week'], ['for a year'], ['for ever'], ['for ever, too'], ['partner']])
  })

  it('are one partner by the name that the operator gave it, and two persons of one name are two', () => {
    const of = (id: string, kind: Grant['kind']) =>
      grant(id, { kind, recipient: { webId: `https://${id}.example/#me`, name: 'Maison' } })
    expect(ids([of('a', 'partner'), of('b', 'partner'), of('c', 'person'), of('d', 'person')])).toEqual([
      ['c'],
      ['d'],
      ['a', 'b'],
    ])
  })

  it('of one WebID and two kinds are two: a partner that reads as a person would is not hidden', () => {
    const recipient = { webId: 'https://x.example/#me', name: 'X' }
    expect(
      ids([grant('a', { kind: 'person', recipient }), grant('b', { kind: 'partner', recipient })]),
    ).toEqual([['a'], ['b']])
  })
})

it('says of each category whose data it is, each partner once', () => {
  const partners = {
    [`${pod}data/bank/a/`]: 'A',
    [`${pod}data/bank/b/`]: 'B',
    [`${pod}data/water/a/`]: 'A',
  }
  const its = grant('a', { categories: ['bank', 'water'], containers: Object.keys(partners), partners })
  expect(subjectsOf(its)).toEqual([
    { category: 'bank', partners: ['A', 'B'] },
    { category: 'water', partners: ['A'] },
  ])
  expect(subjectsOf(grant('b'))).toEqual([{ category: 'bank', partners: [] }])
})
