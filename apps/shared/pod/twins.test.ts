import { expect, it } from 'vitest'
import type { BankOperation } from '#vocab/generated/bank'
import type { PodRecord } from './records.ts'
import { markTwins } from './twins.ts'

const operation = (recordKey: string, amountCents: number, bankReference = '0'): PodRecord => {
  const value: BankOperation = {
    recordKey,
    bookingDate: '2026-03-02',
    amountCents,
    currency: 'EUR',
    label: 'CAFE',
    account: 'https://pod.example/account.ttl',
    bankReference,
  }
  return { kind: 'operation', iri: `x:#${recordKey}${amountCents}`, superseded: false, value }
}
const current = (records: readonly PodRecord[]) =>
  markTwins(records).flatMap(({ iri, superseded }) => (superseded ? [] : iri))

it('counts an operation once that one file gave its reference, and another a longer key', () => {
  const week = operation('0', -1000)
  const month = [operation('0/a', -1000), operation('0/b', -2000)]
  expect(current([week, ...month])).toEqual(['x:#0/a-1000', 'x:#0/b-2000'])
  expect(current([...month, week])).toEqual(['x:#0/a-1000', 'x:#0/b-2000'])
})

it('leaves alone what says something else, or has a reference of its own', () => {
  const all = [operation('0', -3000), operation('0/a', -1000), operation('1', -1000, '1')]
  expect(current(all)).toHaveLength(3)
})
