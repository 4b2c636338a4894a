import { expect, it } from 'vitest'
import type { Entry } from '#vocab/journal/entry'
import { actorsIn, categoriesOf, isAll, isShown } from './log-filter.ts'
import { actorOf, type ConsentEvent, type LogItem } from './log-items.ts'
import { base, citizen, entry, journalAt } from './testing/served-log.ts'

const item = (rest: Partial<Entry>, consents: ConsentEvent[] = []): LogItem => ({
  lines: [],
  entry: entry(rest),
  consents,
})
const filterOf = (rest: Partial<Entry>) => ({ actor: actorOf(entry(rest)) })
const budget = 'https://budget.example/id'
const bank = { who: 'https://bank.example/#me', client: 'bank_1' }
const given: ConsentEvent[] = [{ id: 'a', event: 'given' }]
const account: Partial<Entry> = { client: null, rules: [] }
const nobody = () => undefined

it('shows all, also what was erased', () => {
  expect(isShown({ lines: [], entry: undefined, consents: [] }, {}, nobody)).toBe(true)
  expect(isShown({ lines: [], entry: undefined, consents: [] }, { isRefused: true }, nobody)).toBe(false)
})

it('shows what was refused alone', () => {
  expect(
    [{ outcome: 'refused' } as const, {}].map((it) => isShown(item(it), { isRefused: true }, nobody)),
  ).toEqual([true, false])
})

it('shows what one did, and nobody else', () => {
  const shown = [{}, bank, { client: 'https://energy.example/id' }, { who: `${base}bob/#me` }].map((it) =>
    isShown(item(it), filterOf({}), nobody),
  )
  expect(shown).toEqual([true, false, false, false])
})

it('shows with it what they were granted, as soon as that is known', () => {
  const grant = item(account, given)
  expect(isShown(grant, filterOf({}), nobody)).toBe(false)
  expect(isShown(grant, filterOf({}), () => budget)).toBe(true)
  expect(isShown(grant, filterOf(bank), () => bank.who)).toBe(true)
  expect(isShown(grant, filterOf(bank), () => budget)).toBe(false)
  // To whom the citizen grants is never the citizen.
  expect(isShown(grant, filterOf({}), () => citizen)).toBe(false)
})

it('shows what was of a category of data: read, refused, or opened', () => {
  const rules = item({ ...account, resources: ['alice/data/bank/banque/.acl'], modes: ['control'] }, given)
  const health = { resources: ['alice/data/health/caisse/2025-01.ttl'], outcome: 'refused' } as const
  const of = (category: string) =>
    [item({}), item(health), rules, item({ resources: ['alice/inbox/'] })].map((it) =>
      isShown(it, { category }, nobody),
    )
  expect(of('bank')).toEqual([true, false, true, false])
  expect(of('health')).toEqual([false, true, false, false])
  // Of a pod, of a folder of all data, and of what was erased no category is known.
  for (const resource of ['alice/', 'alice/data/'])
    expect(categoriesOf(item({ resources: [resource] }))).toEqual([])
  expect(categoriesOf({ lines: [], entry: undefined, consents: [] })).toEqual([])
})

it('shows that of which all holds that is asked', () => {
  const refused = { outcome: 'refused' } as const
  const water = { resources: ['alice/data/water/w/2025-01.ttl'] }
  const all = [
    {},
    refused,
    { ...refused, ...water },
    { ...refused, ...bank },
    { ...refused, ...bank, ...water },
  ]
  const shown = (filter: Parameters<typeof isShown>[1]) =>
    all.flatMap((it, at) => (isShown(item(it), filter, nobody) ? [at] : []))
  expect(shown({})).toEqual([0, 1, 2, 3, 4])
  expect(shown({ ...filterOf({}), isRefused: true })).toEqual([1, 2])
  expect(shown({ category: 'water', isRefused: true })).toEqual([2, 4])
  expect(shown({ ...filterOf(bank), category: 'water', isRefused: true })).toEqual([4])
  expect(shown({ ...filterOf(bank), category: 'health' })).toEqual([])
  expect([{}, { isRefused: false }, { isRefused: true }, { category: 'water' }].map(isAll)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

it('finds the categories of each line of an item', () => {
  const lines = journalAt(['2026-11-24T10:00:00Z'])
  const first = entry({ resources: ['alice/data/water/w/2025-01.ttl'] })
  expect(categoriesOf({ lines, entry: first, consents: [] })).toEqual(['water', 'bank'])
})

it('names each once, those of one name with their address', () => {
  const items = [item({}), item({}), item(bank), item({ client: 'b_1' }), item({ client: 'b_2' })]
  const names = actorsIn(items, ({ client }) => (client?.startsWith('b_') ? 'Tool' : `${client}`))
  expect(names.map(({ name }) => name)).toEqual(['bank_1', budget, 'Tool (b_1)', 'Tool (b_2)'])
})
