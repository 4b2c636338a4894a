import { expect, it } from 'vitest'
import { type GrantTraces, partsOf } from './grant-traces.ts'

const traces = (changes: Partial<GrantTraces> = {}): GrantTraces => ({
  ruled: new Set(['a']),
  records: new Map([
    ['a', 'given'],
    ['b', 'withdrawn'],
    ['c', 'withdrawn'],
  ]),
  toOwnApps: new Set(['c']),
  receipts: new Set(['a-1', 'b-1', 'b-2', 'c-1', 'c-2']),
  told: new Set(['a-1', 'b-1', 'b-2']),
  ...changes,
})

it('what is whole has no parts, and neither has nothing at all', () => {
  expect(partsOf(traces())).toEqual([])
  const none = new Set<string>()
  expect(partsOf({ ruled: none, records: new Map(), toOwnApps: none, receipts: none, told: none })).toEqual(
    [],
  )
})

it.each<[string, Partial<GrantTraces>, string]>([
  ['rules without a record', { ruled: new Set(['a', 'd']) }, 'd'],
  ['a record that is given without rules', { ruled: new Set() }, 'a'],
  ['rules whose record is withdrawn', { ruled: new Set(['a', 'b']) }, 'b'],
  ['no receipt', { receipts: new Set(['b-1', 'b-2', 'c-1', 'c-2']) }, 'a'],
  ['no receipt of a withdrawal', { receipts: new Set(['a-1', 'b-1', 'c-1', 'c-2']) }, 'b'],
  [
    'a receipt of a withdrawal that was none',
    { receipts: new Set(['a-1', 'a-2', 'b-1', 'b-2', 'c-1', 'c-2']) },
    'a',
  ],
  ['a receipt of nothing', { receipts: new Set(['a-1', 'b-1', 'b-2', 'c-1', 'c-2', 'd-1']) }, 'd'],
  ['nobody told', { told: new Set(['b-1', 'b-2']) }, 'a'],
  ['nobody told of a withdrawal', { told: new Set(['a-1', 'b-1']) }, 'b'],
  ['a letter about nothing', { told: new Set(['a-1', 'b-1', 'b-2', 'd-1']) }, 'd'],
])('names what is there in part: %s', (_, changes, id) => {
  expect(partsOf(traces(changes)).map((it) => it.slice(0, 1))).toEqual([id])
})
