import { describe, expect, it } from 'vitest'
import type { BankOperation } from '#vocab/generated/bank'
import { fold } from '../shared/i18n/fold.ts'
import type { PodDocument, PodRecord } from '../shared/pod/records.ts'
import { BudgetModel, lastMonths } from './data.ts'
import { searchMonths } from './search.ts'

const folder = 'https://pod.example/data/bank/banque-des-pentes/0a1b2c3d/'

function operation(
  bookingDate: string,
  amountCents: number,
  label = 'CB MARCHE',
  more: Partial<BankOperation> = {},
) {
  return {
    recordKey: `${bookingDate}/${label}/${amountCents}`,
    bookingDate,
    amountCents,
    currency: 'EUR',
    label,
    account: `${folder}account.ttl`,
    ...more,
  }
}

function document(
  name: string,
  operations: readonly BankOperation[],
  superseded: readonly BankOperation[] = [],
): PodDocument {
  const record = (value: BankOperation, at: number, old: boolean): PodRecord => ({
    kind: 'operation',
    iri: `${folder}${name}#${old ? 'old' : ''}${at}`,
    superseded: old,
    value,
  })
  return {
    url: `${folder}${name}`,
    records: [
      ...operations.map((it, at) => record(it, at, false)),
      ...superseded.map((it, at) => record(it, at, true)),
    ],
  }
}

const balance = (date: string, amountCents: number, kind: 'ledger' | 'available'): PodRecord => ({
  kind: 'balance',
  iri: `${folder}account.ttl#${kind}-${date}`,
  superseded: false,
  value: { recordKey: `balance/${kind}/${date}`, amountCents, currency: 'EUR', date, kind },
})

describe('BudgetModel', () => {
  it('groups operations by month, newest first, and sums what came in and went out', () => {
    const view = new BudgetModel().view([
      document('2025-01.ttl', [operation('2025-01-03', -4590), operation('2025-01-28', 210_000, 'SALAIRE')]),
      document('2025-02.ttl', [operation('2025-02-10', -1000)]),
    ])
    expect(view.months.map(({ month, cameIn, wentOut }) => [month, cameIn, wentOut])).toEqual([
      ['2025-02', 0, 1000],
      ['2025-01', 210_000, 4590],
    ])
    expect(view.months[1]?.operations[0]?.operation.label).toBe('SALAIRE')
    expect(view.operations).toBe(3)
  })

  it('shows a corrected operation once, with what was said before', () => {
    const said = operation('2025-01-03', -4590, 'CB MARCHE', { recordKey: 'F1' })
    const corrected = { ...said, amountCents: -4950 }
    const view = new BudgetModel().view([document('2025-01.ttl', [corrected], [said])])
    expect(view.operations).toBe(1)
    expect(view.months[0]?.wentOut).toBe(4950)
    expect(view.months[0]?.operations[0]?.earlier).toEqual([said])
  })

  it('makes only the months again that changed', () => {
    const model = new BudgetModel()
    const january = document('2025-01.ttl', [operation('2025-01-03', -1)])
    const before = model.view([january, document('2025-02.ttl', [operation('2025-02-03', -1)])])
    const after = model.view([january, document('2025-02.ttl', [operation('2025-02-03', -2)])])
    expect(after.months[1]).toBe(before.months[1])
    expect(after.months[0]).not.toBe(before.months[0])
  })

  it('leaves other currencies out of the sums and says so', () => {
    const view = new BudgetModel().view([
      document('2025-01.ttl', [
        operation('2025-01-03', -100),
        operation('2025-01-04', -100),
        operation('2025-01-05', -9900, 'HOTEL GENEVE', { currency: 'CHF' }),
      ]),
    ])
    expect(view).toMatchObject({ currency: 'EUR', mixed: true })
    expect(view.months[0]?.wentOut).toBe(200)
    expect(view.months[0]?.operations).toHaveLength(3)
  })

  it('takes the latest balance, and the booked one of a day', () => {
    const view = new BudgetModel().view([
      {
        url: `${folder}account.ttl`,
        records: [
          balance('2025-01-31', 100, 'ledger'),
          balance('2025-02-28', 300, 'available'),
          balance('2025-02-28', 200, 'ledger'),
        ],
      },
    ])
    expect(view.accounts).toMatchObject([{ key: folder, balance: { amountCents: 200, date: '2025-02-28' } }])
  })

  it('views 10,000 operations without making the page wait', () => {
    const documents = Array.from({ length: 120 }, (_, at) => {
      const month = new Date(Date.UTC(2016, at, 1)).toISOString().slice(0, 7)
      return document(
        `${month}.ttl`,
        Array.from({ length: 84 }, (_, n) => operation(`${month}-10`, -n, `ACHAT ${n}`)),
      )
    })
    const view = new BudgetModel().view(documents)
    expect(view.operations).toBe(10_080)
    expect(view.months).toHaveLength(120)
  })
})

describe('lastMonths', () => {
  it('ends with the latest month and fills months without operations, but not before the first', () => {
    const { months } = new BudgetModel().view([
      document('a.ttl', [operation('2024-12-03', -1), operation('2025-02-03', 5)]),
    ])
    expect(lastMonths(months, 12)).toEqual([
      { month: '2024-12', cameIn: 0, wentOut: 1 },
      { month: '2025-01', cameIn: 0, wentOut: 0 },
      { month: '2025-02', cameIn: 5, wentOut: 0 },
    ])
    expect(lastMonths([], 12)).toEqual([])
  })
})

describe('searchMonths', () => {
  const { months } = new BudgetModel().view([
    document('2025-01.ttl', [
      operation('2025-01-03', -4590, 'PRLV ÉNERGIE DU RHÔNE', { memo: 'Facture de décembre' }),
      operation('2025-01-05', 123_456, 'VIREMENT'),
    ]),
    document('2025-02.ttl', [operation('2025-02-10', -1000, 'CB BOULANGERIE')]),
  ])
  const found = (query: string, accountKey = '') =>
    searchMonths(months, { query, accountKey }, 'EUR').flatMap(({ operations }) =>
      operations.map(({ operation }) => operation.label),
    )

  it('finds by label or note without accents, all words wanted', () => {
    expect(found('energie rhone')).toEqual(['PRLV ÉNERGIE DU RHÔNE'])
    expect(found('Décembre')).toEqual(['PRLV ÉNERGIE DU RHÔNE'])
    expect(found('energie boulangerie')).toEqual([])
  })

  it('finds by amount as people write it', () => {
    for (const query of ['45,90', '45.90', '-45,9', '45,90 €'])
      expect(found(query)).toEqual(['PRLV ÉNERGIE DU RHÔNE'])
    for (const query of ['1 234,56', '1234.56', '1\u202f234,56\u00a0€'])
      expect(found(query)).toEqual(['VIREMENT'])
  })

  it.each(['march 2026', 'mars 2026', 'Mar 2026', 'MARS 2026'])(
    'takes a month with its year for a date, and not for words: %s',
    (query) => {
      const { months } = new BudgetModel().view([
        document('2026.ttl', [
          operation('2026-03-02', -100, 'PRIMEUR'),
          operation('2026-10-02', -200, 'MARCHÉ PETIT MARS'),
        ]),
      ])
      const labels = (query: string) =>
        searchMonths(months, { query, accountKey: '' }, 'EUR').flatMap(({ operations }) =>
          operations.map(({ operation }) => operation.label),
        )
      expect(labels(query)).toEqual(['PRIMEUR'])
      expect(labels(`primeur ${query} 1,00`)).toEqual(['PRIMEUR'])
      expect(labels(`2 ${query}`)).toEqual(['PRIMEUR'])
      expect(labels(`3 ${query}`)).toEqual([])
      expect(labels('march')).toHaveLength(2)
    },
  )

  it('knows the short months that the list shows', () => {
    for (const query of ['janv.', 'Jan', 'janv. 2025', '3 janv. 2025'])
      expect(found(query)).toContain('PRLV ÉNERGIE DU RHÔNE')
    for (const query of ['févr.', 'Feb', 'févr. 2025']) expect(found(query)).toEqual(['CB BOULANGERIE'])
  })

  it('keeps untouched months, and sums what it found', () => {
    expect(searchMonths(months, { query: '  ', accountKey: '' }, 'EUR')).toBe(months)
    expect(searchMonths(months, { query: 'virement', accountKey: '' }, 'EUR')).toMatchObject([
      { cameIn: 123_456, wentOut: 0 },
    ])
    expect(found('', 'https://pod.example/other/')).toEqual([])
  })

  it('folds', () => {
    expect(fold('  Crème  BRÛLÉE 12 345,6 ')).toBe('creme brulee 12345.6')
  })
})
