import { describe, expect, it } from 'vitest'
import type { BankAccount } from '#vocab/generated/bank'
import type { PodDocument } from '../shared/pod/records.ts'
import { BudgetModel } from './data.ts'
import { searchMonths } from './search.ts'

const bank = 'https://pod.example/data/bank/'
const first = `${bank}banque/a1/`

interface Said {
  readonly day?: string
  readonly valueDay?: string
  readonly cents?: number
  readonly label?: string
  readonly reference?: string
}

/** A month's document of an account, as one route tells it. */
function month(route: string | undefined, said: readonly Said[], folder = first): PodDocument {
  return {
    url: `${folder}2025-01.ttl`,
    records: said.map(({ day = '2025-01-03', valueDay, cents = -250, label = 'CAFE', reference }, at) => ({
      kind: 'operation',
      iri: `${folder}2025-01.ttl#${route}-${at}`,
      superseded: false,
      ...(route === undefined ? {} : { routes: [route] }),
      value: {
        recordKey: `${route}-${at}`,
        bookingDate: day,
        ...(valueDay === undefined ? {} : { valueDate: valueDay }),
        amountCents: cents,
        currency: 'EUR',
        label,
        account: `${folder}account.ttl`,
        ...(route === 'ofx-1' ? { bankReference: `F${at}` } : {}),
        ...(reference === undefined ? {} : { bankReference: reference }),
      },
    })),
  }
}

/** Several routes in one document, as one folder has them. */
const together = (...documents: PodDocument[]): PodDocument => ({
  url: documents[0]?.url ?? '',
  records: documents.flatMap(({ records }) => records),
})

function account(
  folder: string,
  value: Pick<BankAccount, 'number' | 'bankCode' | 'branchCode' | 'kind'>,
): PodDocument {
  const recordKey = value.kind ? 'account' : 'account-number'
  return {
    url: `${folder}account.ttl`,
    records: [
      {
        kind: 'account',
        iri: `${folder}account.ttl#${recordKey}`,
        superseded: false,
        value: { recordKey, currency: 'EUR', ...value },
      },
    ],
  }
}

const shown = (...documents: PodDocument[]) => {
  const [view] = new BudgetModel().view(documents).months
  return view?.operations.map(({ operation, sameAs }) => [operation.label, sameAs?.operation.label])
}

describe('an operation that came by two routes', () => {
  const ofx = month('ofx-1', [{ label: 'CAFE DE L ILE' }])
  const csv = month('csv-bpce', [{ label: 'CARTE CAFE' }])

  it('counts once, and both are shown, the second with what counts in its place', () => {
    const view = new BudgetModel().view([together(csv, ofx)])
    expect(view.months).toMatchObject([{ wentOut: 250, cameIn: 0 }])
    expect(view.operations).toBe(2)
    expect(new Set(shown(together(csv, ofx)))).toEqual(
      new Set([
        ['CAFE DE L ILE', undefined],
        ['CARTE CAFE', 'CAFE DE L ILE'],
      ]),
    )
  })

  it('counts twice when nothing tells routes apart, or when it is a twin', () => {
    for (const documents of [
      together(ofx, month(undefined, [{ label: 'CARTE CAFE' }])),
      month('csv-bpce', [{}, {}]),
      together(ofx, month('csv-bpce', [{ day: '2025-01-04' }])),
      together(ofx, month('csv-bpce', [{ cents: -251 }])),
    ]) {
      const { months } = new BudgetModel().view([documents])
      expect(months[0]?.operations.some(({ sameAs }) => sameAs)).toBe(false)
      expect(months[0]?.wentOut).toBeGreaterThanOrEqual(500)
    }
    expect(new BudgetModel().view([together(ofx, month('csv-bpce', [{}, {}, {}]))]).months[0]?.wentOut).toBe(
      750,
    )
  })

  it('is found in another folder, when the number is that of the same account', () => {
    const second = `${bank}banque/b2/`
    const elsewhere = month('csv-boursobank', [{ label: 'CARTE CAFE' }], second)
    const named = account(first, {
      bankCode: '40618',
      branchCode: '80001',
      number: '00040069001',
      kind: 'checking',
    })
    expect(shown(ofx, elsewhere)).toEqual([
      ['CAFE DE L ILE', undefined],
      ['CARTE CAFE', undefined],
    ])
    const documents = [named, ofx, elsewhere, account(second, { number: '40069001' })]
    expect(shown(...documents)).toContainEqual(['CARTE CAFE', 'CAFE DE L ILE'])
    const { months } = new BudgetModel().view(documents)
    expect(months[0]?.wentOut).toBe(250)
    // Who looks at one of the two alone still sees its sum.
    const only = (accountKey: string) => searchMonths(months, { query: '', accountKey }, 'EUR')[0]?.wentOut
    expect([only(first), only(second), only('')]).toEqual([250, 250, 250])
    const found = (query: string) => searchMonths(months, { query, accountKey: '' }, 'EUR')[0]?.wentOut
    expect([found('carte'), found('cafe')]).toEqual([250, 250])
  })

  it('that is the sum of a batch is shown with its first part, and the parts count', () => {
    const lot = { reference: 'R1' }
    const whole = month('camt-053', [{ ...lot, cents: -630, label: 'LOT SOMME DEUX' }])
    const parts = month('camt-054', [
      { ...lot, cents: -310, label: 'LOT A' },
      { ...lot, cents: -320, label: 'LOT DEUX' },
    ])
    const { months } = new BudgetModel().view([together(whole, parts)])
    expect(months).toMatchObject([{ wentOut: 630 }])
    const found = (query: string) => searchMonths(months, { query, accountKey: '' }, 'EUR')[0]?.wentOut
    // The sum alone; all; the sum and a part that is not the first.
    expect([found('somme'), found('lot'), found('deux')]).toEqual([630, 630, 320])
    expect(shown(together(whole, parts))).toContainEqual(['LOT SOMME DEUX', 'LOT A'])
  })

  it('makes only the months again that changed', () => {
    const model = new BudgetModel()
    const documents = [
      together(csv, ofx),
      { ...month('ofx-1', [{ day: '2025-02-03' }]), url: `${first}2025-02.ttl` },
    ]
    const before = model.view(documents)
    const after = model.view(documents)
    expect(after.months.map((it, at) => it === before.months[at])).toEqual([true, true])
    const again = model.view([...documents.slice(1), together(csv, ofx)])
    expect(again.months.map((it, at) => it === before.months[at])).toEqual([true, false])
    expect(again.months).toEqual(before.months)
    expect(model.view([together(csv)]).months[0]?.operations[0]?.sameAs).toBeUndefined()
  })
})

it('an account keeps its kind when a later route says its number alone', () => {
  const named = account(first, {
    bankCode: '40618',
    branchCode: '80001',
    number: '00040069001',
    kind: 'checking',
  })
  const bare = account(first, { number: '00040069001' })
  for (const records of [
    [...named.records, ...bare.records],
    [...bare.records, ...named.records],
  ]) {
    const { accounts } = new BudgetModel().view([{ url: named.url, records }])
    expect(accounts[0]?.account).toMatchObject({ kind: 'checking', bankCode: '40618' })
  }
})
