import { describe, expect, it } from 'vitest'
import type { PodDocument } from '../shared/pod/records.ts'
import { BudgetModel } from './data.ts'

const bank = 'https://pod.example/data/bank/'
const first = `${bank}banque/a1/`

interface Said {
  readonly day: string
  readonly cents?: number
  readonly key?: string
  /** The day of the import that stated it last. */
  readonly stated?: string
}

/** A month's document of an account, with what each import stated in it. */
function month(name: string, said: readonly Said[], folder = first): PodDocument {
  return {
    url: `${folder}${name}.ttl`,
    records: said.map(({ day, cents = -100, key = 'F1', stated }, at) => ({
      kind: 'operation',
      iri: `${folder}${name}.ttl#${at}`,
      superseded: false,
      ...(stated === undefined ? {} : { statedAt: Date.parse(stated) }),
      value: {
        recordKey: key,
        bookingDate: day,
        amountCents: cents,
        currency: 'EUR',
        label: 'CB MARCHE',
        account: `${folder}account.ttl`,
      },
    })),
  }
}
const totals = (...documents: PodDocument[]) =>
  new BudgetModel().view(documents).months.map((it) => [it.month, it.wentOut])

describe('an operation that the bank dated anew', () => {
  const january = month('2025-01', [{ day: '2025-01-31', stated: '2025-02-01' }])
  const february = month('2025-02', [{ day: '2025-02-01', cents: -120, stated: '2025-03-01' }])

  it('across the end of a month counts once, where it was stated last, with what was said before', () => {
    for (const documents of [
      [january, february],
      [february, january],
    ]) {
      const view = new BudgetModel().view(documents)
      expect(view.months.map((it) => [it.month, it.wentOut])).toEqual([['2025-02', 120]])
      expect(view.operations).toBe(1)
      expect(view.months[0]?.operations[0]?.earlier).toMatchObject([
        { bookingDate: '2025-01-31', amountCents: -100 },
      ])
    }
  })

  it('counts where it was before, when that is what was stated last', () => {
    const again = month('2025-01', [{ day: '2025-01-31', stated: '2025-04-01' }])
    expect(totals(again, february)).toEqual([['2025-01', 100]])
  })

  it('leaves the other operations of both months where they are', () => {
    const others: Said[] = [
      { day: '2025-01-31', stated: '2025-02-01' },
      { day: '2025-01-31', key: 'F2', cents: -7, stated: '2025-02-01' },
    ]
    expect(totals(month('2025-01', others), february)).toEqual([
      ['2025-02', 120],
      ['2025-01', 7],
    ])
  })

  it('is not one of another account or partner, nor one that nobody says was stated later', () => {
    const two = [
      ['2025-02', 120],
      ['2025-01', 100],
    ]
    const elsewhere = (folder: string) =>
      month('2025-02', [{ day: '2025-02-01', cents: -120, stated: '2025-03-01' }], folder)
    expect(totals(january, elsewhere(`${bank}banque/b2/`))).toEqual(two)
    expect(totals(january, elsewhere(`${bank}autre/a1/`))).toEqual(two)
    expect(totals(january, month('2025-02', [{ day: '2025-02-01', cents: -120 }]))).toEqual(two)
  })

  it('is not one of the same import, nor one weeks away: the bank uses the reference again', () => {
    const together = month('2025-02', [{ day: '2025-02-01', stated: '2025-02-01' }])
    expect(totals(january, together)).toHaveLength(2)
    const monthly = month('2025-02', [{ day: '2025-02-28', stated: '2025-03-01' }])
    expect(totals(january, monthly)).toHaveLength(2)
  })

  it('makes only the months again that changed', () => {
    const model = new BudgetModel()
    const march = month('2025-03', [{ day: '2025-03-03', key: 'F9', stated: '2025-04-01' }])
    const before = model.view([january, february, march])
    const after = model.view([january, february, { ...march }])
    expect(after.months[1]).toBe(before.months[1])
    expect(model.view([january, march]).months.map((it) => it.month)).toEqual(['2025-03', '2025-01'])
  })
})

it('looks through 10,000 operations for new dates without making the page wait', () => {
  const documents = Array.from({ length: 120 }, (_, at) => {
    const name = new Date(Date.UTC(2016, at, 1)).toISOString().slice(0, 7)
    return month(
      name,
      Array.from({ length: 84 }, (_, n) => ({
        day: `${name}-28`,
        key: `${at * 80 + n}`,
        stated: `${name}-28`,
      })),
    )
  })
  const model = new BudgetModel()
  const { months } = model.view(documents)
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage()
    expect(model.view(documents).months.every((it, at) => it === months[at])).toBe(true)
    return process.cpuUsage(start).user / 1000
  })
  // Milliseconds of a processor, however busy the machine is; each with each would take seconds.
  expect(Math.min(...times)).toBeLessThan(250)
})
