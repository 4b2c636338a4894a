import { expect, it } from 'vitest'
import { Gathered, type Happened } from './Gathered.ts'

const happened = (more: Partial<Happened> = {}): Happened => ({
  outcome: 'allowed',
  who: 'https://bob.example/#me',
  client: 'https://budget.example/id',
  resource: 'alice/a',
  mode: 'read',
  rules: ['#rule'],
  ...more,
})

it('hands on reads when they are asked for, the same one with its count', () => {
  const gathered = new Gathered()
  gathered.add(happened(), 10)
  gathered.add(happened({ resource: 'alice/b' }), 20)
  gathered.add(happened(), 30)
  const taken = gathered.take(40)
  expect(taken.map(({ pod, entry }) => [pod, entry.resource, entry.count, entry.from, entry.until])).toEqual([
    ['alice', 'alice/a', 2, 10, 30],
    ['alice', 'alice/b', 1, 20, 20],
  ])
  expect([gathered.take(50), gathered.size]).toEqual([[], 0])
})

it.each([
  ['who', { who: 'https://eve.example/#me' }],
  ['client', { client: 'https://other.example/id' }],
  ['resource', { resource: 'alice/b' }],
  ['mode', { mode: 'control' }],
  ['rules', { rules: [] }],
  ['outcome', { outcome: 'refused' }],
] as const)('tells apart what differs by its %s', (_, more) => {
  const gathered = new Gathered()
  gathered.add(happened(), 0)
  gathered.add(happened(more), 0)
  expect(gathered.take(0, true)).toHaveLength(2)
})

it.each([
  ['refusals', happened({ outcome: 'refused', rules: [] })],
  ['reads by anyone', happened({ who: undefined, client: undefined })],
])('counts %s for a minute', (_, it) => {
  const gathered = new Gathered()
  for (let n = 0; n < 1000; n++) gathered.add(it, 59 * n)
  expect(gathered.take(59_999)).toEqual([])
  expect(gathered.take(60_000)).toMatchObject([{ entry: { count: 1000, from: 0 } }])
})

it('keeps no more of made-up names than their number, and nothing of another pod is lost by them', () => {
  const gathered = new Gathered()
  const refused = (resource: string) => gathered.add(happened({ outcome: 'refused', resource }), 0)
  for (let n = 0; n < 10_000; n++) refused(`alice/${n}`)
  refused('bob/a')
  expect(gathered.size).toBeLessThan(40)
  const taken = gathered.take(60_000)
  expect(taken.reduce((sum, { entry }) => sum + entry.count, 0)).toBe(10_001)
  const rest = taken.find(({ entry }) => entry.resource === 'alice/')
  expect(rest?.entry).toMatchObject({ who: null, client: null, count: 10_000 - 32 })
  expect(taken.at(-1)).toMatchObject({ pod: 'bob', entry: { resource: 'bob/a' } })
})
