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
  expect(taken.map(({ pod, entry }) => [pod, entry.resources, entry.count, entry.from, entry.until])).toEqual(
    [
      ['alice', ['alice/a'], 2, 10, 30],
      ['alice', ['alice/b'], 1, 20, 20],
    ],
  )
  expect([gathered.take(50), gathered.size]).toEqual([[], 0])
})

it.each([
  ['who', { who: 'https://eve.example/#me' }],
  ['client', { client: 'https://other.example/id' }],
  ['pod', { resource: 'bob/a' }],
  ['mode', { mode: 'control' }],
  ['rules', { rules: [] }],
  ['outcome', { outcome: 'refused' }],
] as const)('tells apart what differs by its %s', (_, more) => {
  const gathered = new Gathered()
  gathered.add(happened(), 0)
  gathered.add(happened(more), 0)
  expect(gathered.take(0, true)).toHaveLength(2)
})

it('says in one line what differs by its resource alone, of a hundred at most', () => {
  const gathered = new Gathered()
  const names = Array.from({ length: 250 }, (_, n) => `alice/${n}`)
  names.forEach((resource, n) => {
    gathered.add(happened({ resource }), n)
  })
  gathered.add(happened({ resource: 'alice/0' }), 250)
  const taken = gathered.take(300)
  expect(taken.map(({ entry }) => [entry.resources.length, entry.count])).toEqual([
    [1, 2],
    [100, 1],
    [100, 1],
    [49, 1],
  ])
  expect(taken.flatMap(({ entry }) => entry.resources)).toEqual(names)
  expect(taken[1]?.entry).toMatchObject({ from: 1, until: 100 })
})

it.each([
  ['refusals', happened({ outcome: 'refused', rules: [] })],
  ['reads by anyone', happened({ who: undefined, client: undefined })],
  ['what is told of changes', happened({ isTold: true })],
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
  expect(taken.reduce((sum, { entry }) => sum + entry.count * entry.resources.length, 0)).toBe(10_001)
  const rest = taken.find(({ entry }) => entry.resources[0] === 'alice/')
  expect(rest?.entry).toMatchObject({ who: null, client: null, count: 10_000 - 32 })
  expect(taken.at(-1)).toMatchObject({ pod: 'bob', entry: { resources: ['bob/a'] } })
})

it('tells refusals apart again once their minute is over, whatever else waits', () => {
  const gathered = new Gathered()
  const refused = (resource: string, now: number) =>
    gathered.add(happened({ outcome: 'refused', resource }), now)
  const told = (now: number) => {
    const taken = gathered.take(now).filter(({ pod }) => pod === 'alice')
    return taken.flatMap(({ entry }) => (entry.who === null ? [] : entry.resources))
  }
  for (let n = 0; n < 40; n++) refused(`alice/made-up-${n}`, 0)
  gathered.add(happened({ who: undefined, client: undefined, resource: 'bob/card' }), 30_000)
  refused('alice/late', 30_000)
  expect(told(60_000)).toHaveLength(32)
  // As many as there is room for, and not one more.
  for (let n = 0; n < 40; n++) refused(`alice/other-${n}`, 60_000)
  gathered.add(happened({ who: undefined, client: undefined, resource: 'bob/other' }), 100_000)
  expect(told(120_000)).toEqual(Array.from({ length: 32 }, (_, n) => `alice/other-${n}`))
  expect(gathered.size).toBe(1)
})

it('keeps room for what is read, however much waits for its minute', () => {
  const gathered = new Gathered()
  for (let n = 0; n < 12_000; n++) gathered.add(happened({ isTold: true, resource: `p${n}/a` }), 0)
  expect(gathered.take(1)).toHaveLength(7000)
  expect(gathered.size).toBe(5000)
})
