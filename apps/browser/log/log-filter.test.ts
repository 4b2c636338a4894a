import { expect, it } from 'vitest'
import type { Entry } from '#vocab/journal/entry'
import { actorsIn, isShown, type LogFilter } from './log-filter.ts'
import { actorOf, type ConsentEvent, type LogItem } from './log-items.ts'
import { base, citizen, entry } from './testing/served-log.ts'

const item = (rest: Partial<Entry>, consents: ConsentEvent[] = []): LogItem => ({
  lines: [],
  entry: entry(rest),
  consents,
})
const filterOf = (rest: Partial<Entry>) => actorOf(entry(rest)) as LogFilter
const budget = 'https://budget.example/id'
const bank = { who: 'https://bank.example/#me', client: 'bank_1' }
const given: ConsentEvent[] = [{ id: 'a', event: 'given' }]
const account: Partial<Entry> = { client: null, rules: [] }
const nobody = () => undefined

it('shows all, also what was erased', () => {
  expect(isShown({ lines: [], entry: undefined, consents: [] }, 'all', nobody)).toBe(true)
  expect(isShown({ lines: [], entry: undefined, consents: [] }, 'refused', nobody)).toBe(false)
})

it('shows what was refused alone', () => {
  expect([{ outcome: 'refused' } as const, {}].map((it) => isShown(item(it), 'refused', nobody))).toEqual([
    true,
    false,
  ])
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

it('names each once, those of one name with their address', () => {
  const items = [item({}), item({}), item(bank), item({ client: 'b_1' }), item({ client: 'b_2' })]
  const names = actorsIn(items, ({ client }) => (client?.startsWith('b_') ? 'Tool' : `${client}`))
  expect(names.map(({ name }) => name)).toEqual(['bank_1', budget, 'Tool (b_1)', 'Tool (b_2)'])
})
