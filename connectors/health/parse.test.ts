import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialsOf } from './initials.ts'
import { mapHealth } from './map.ts'
import { parseHealth } from './parse.ts'
import type { HealthRow, ReimbursementRow } from './rows.ts'
import { healthSample } from './sample.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const refunds = (rows: readonly HealthRow[]): ReimbursementRow[] =>
  rows.filter((row) => row.type === 'reimbursement')
const sum = (
  rows: readonly HealthRow[],
  field: 'amountPaidCents' | 'reimbursedCents' | 'baseCents',
): number => refunds(rows).reduce((total, row) => total + (row[field] ?? 0), 0)
const claim = (more: object): Uint8Array =>
  Buffer.from(
    JSON.stringify({
      resourceType: 'ExplanationOfBenefit',
      id: 'a',
      status: 'active',
      use: 'claim',
      outcome: 'complete',
      billablePeriod: { start: '2026-03-05T23:30:00-05:00' },
      payment: { amount: { value: 12.5, currency: 'EUR' }, date: '2026-03-12' },
      ...more,
    }),
  )
const money = (code: string, value: number) => ({
  category: { coding: [{ code }] },
  amount: { value, currency: 'EUR' },
})

describe('the ten claims of Blue Button', () => {
  const bytes = gunzipSync(fixture('cms-bluebutton-eob.json.gz'))
  const rows = parseHealth(bytes)

  it('are ten, and their sums are those of the file', () => {
    expect(refunds(rows)).toHaveLength(10)
    expect(sum(rows, 'reimbursedCents')).toBe(325_560)
    expect(new Set(refunds(rows).map(({ currency }) => currency))).toEqual(new Set(['USD']))
    expect(
      refunds(rows)
        .map(({ careDate }) => careDate)
        .sort()
        .at(0),
    ).toBe('2016-03-01')
  })

  it('leave no diagnosis, no procedure, no practitioner and no beneficiary behind', () => {
    const { documents } = mapHealth(rows, { container: 'https://pod.example/a/data/health/x/' })
    const said = JSON.stringify(documents)
    for (const secret of ['icd', '99241', '9999987891', '10000010254647', 'HUNTSVILLE']) {
      expect(bytes.toString()).toContain(secret)
      expect(said).not.toContain(secret)
    }
  })
})

describe('a claim', () => {
  const read = (more: object): Partial<ReimbursementRow> | undefined => refunds(parseHealth(claim(more)))[0]

  it('gives back the cents and days that were written, in a bundle as in a list', () => {
    const told = fc.record({
      paid: fc.integer({ min: -9_999_999, max: 99_999_999 }),
      price: fc.option(fc.integer({ min: 0, max: 99_999_999 }), { nil: undefined }),
      at: fc.integer({ min: 0, max: 9000 }),
    })
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 15 }), (claims) => {
        const days = claims.map(({ at }) => new Date(Date.UTC(2010, 0, 1 + at)).toISOString().slice(0, 10))
        const resources = claims.map(({ paid, price }, index) =>
          JSON.parse(
            Buffer.from(
              claim({
                id: `c${index}`,
                billablePeriod: { start: days[index] },
                payment: { amount: { value: paid / 100, currency: 'EUR' } },
                ...(price === undefined ? {} : { total: [money('submitted', price / 100)] }),
              }),
            ).toString(),
          ),
        )
        const bundle = { resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) }
        const rows = refunds(parseHealth(Buffer.from(JSON.stringify(bundle))))
        expect(rows.map((row) => [row.careDate, row.reimbursedCents, row.amountPaidCents])).toEqual(
          claims.map(({ paid, price }, index) => [days[index], paid, price]),
        )
        expect(parseHealth(Buffer.from(JSON.stringify(resources)))).toEqual(rows)
      }),
      { numRuns: 50 },
    )
  })

  it('keeps the day that its own digits say', () => {
    expect(read({})).toMatchObject({
      careDate: '2026-03-05',
      paymentDate: '2026-03-12',
      reimbursedCents: 1250,
    })
  })

  it('sums its items where each says an amount once, and says nothing where one says it twice', () => {
    const items = [{ adjudication: [money('submitted', 10)] }, { adjudication: [money('submitted', 2.5)] }]
    expect(read({ item: items })?.amountPaidCents).toBe(1250)
    const twice = [{ adjudication: [money('submitted', 10), money('submitted', 10)] }]
    expect(read({ item: twice })).not.toHaveProperty('amountPaidCents')
    expect(read({ item: [...items, {}] })).not.toHaveProperty('amountPaidCents')
    expect(read({ total: [money('submitted', 3)], item: items })?.amountPaidCents).toBe(300)
  })

  it('says what the insured owes only when it is told', () => {
    expect(read({})).not.toHaveProperty('outOfPocketCents')
    expect(read({ total: [money('memberliability', 3)] })?.outOfPocketCents).toBe(300)
  })

  it.each([{ outcome: 'queued' }, { outcome: 'partial' }, { use: 'preauthorization' }, { status: 'draft' }])(
    'in hand is counted and not kept: %j',
    (more) => {
      const { documents, notices } = mapHealth(parseHealth(claim(more)), {
        container: 'https://pod.example/',
      })
      expect(documents).toEqual([])
      expect(notices).toMatchObject([{ code: 'pending', count: 1 }])
    },
  )
})

describe('a French statement', () => {
  const [first, kine, , pharmacy, kept] = refunds(parseHealth(fixture('releve-remboursements.csv')))

  it('leaves to pay what neither part covers, and nothing is said of it when a part is missing', () => {
    expect(first).toMatchObject({ reimbursedCents: 2800, outOfPocketCents: 200, paidTo: 'insured' })
    expect(kine).not.toHaveProperty('outOfPocketCents')
    expect(pharmacy).toMatchObject({ groupAmountCents: 110_245, paidTo: 'provider', outOfPocketCents: 0 })
    expect(kept).toMatchObject({ reimbursedCents: -200 })
  })

  it('is read in windows-1252 as in UTF-8', () => {
    const latin = Buffer.from(
      fixture('releve-remboursements.csv').toString().replaceAll('€', '\u0080'),
      'latin1',
    )
    expect(parseHealth(latin)).toEqual(parseHealth(fixture('releve-remboursements.csv')))
  })

  it('gives back the cents, days and beneficiaries that were written', () => {
    const cents = fc.integer({ min: -9_999_999, max: 99_999_999 })
    const day = fc
      .integer({ min: 0, max: 9000 })
      .map((it) => new Date(Date.UTC(2010, 0, 1 + it)).toISOString().slice(0, 10))
    const act = fc.record({
      date: day,
      montantPaye: cents,
      montantVerse: cents,
      prestation: fc.constantFrom('Soins', 'Pharmacie'),
    })
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 20 }), (acts) => {
        const told = acts.map((it) => ({
          ...it,
          montantPaye: (it.montantPaye / 100).toFixed(2),
          montantVerse: (it.montantVerse / 100).toFixed(2),
        }))
        const file = {
          devise: 'EUR',
          paiements: [{ date: '2026-01-01', beneficiaires: [{ nom: 'Zoé', actes: told }] }],
        }
        const rows = refunds(parseHealth(Buffer.from(JSON.stringify(file))))
        expect(
          rows.map((row) => [row.careDate, row.amountPaidCents, row.reimbursedByStateCents, row.beneficiary]),
        ).toEqual(acts.map((it) => [it.date, it.montantPaye, it.montantVerse, 'Z']))
        expect(new Set(rows.map(({ recordKey }) => recordKey)).size).toBe(acts.length)
      }),
    )
  })
})

describe('initials', () => {
  it.each([
    ['Claire DUPOND', 'CD'],
    ['anne-sophie élie', 'ASE'],
    ['', undefined],
    ['Ольга', undefined],
    ['A B C D E F G H', 'ABCDEF'],
  ])('of %j are %j', (name, initials) => expect(initialsOf(name)).toBe(initials))
})

describe('the sample', () => {
  it('is the same each time, a year of refunds that agree with their transfers', () => {
    const rows = refunds(parseHealth(healthSample({ seed: 7, year: 2025 })))
    expect(Buffer.compare(healthSample({ seed: 7, year: 2025 }), healthSample({ seed: 7, year: 2025 }))).toBe(
      0,
    )
    expect(rows.length).toBeGreaterThan(50)
    const transfers = new Map(rows.map((row) => [row.paymentDate, row.groupAmountCents ?? 0]))
    expect([...transfers.values()].reduce((one, other) => one + other, 0)).toBe(sum(rows, 'reimbursedCents'))
  })
})
