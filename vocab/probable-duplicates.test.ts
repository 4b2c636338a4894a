import fc from 'fast-check'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { duplicatesIn } from './duplicates-in-graph.ts'
import { Graph } from './graph.ts'
import { probableDuplicates, type RoutedOperation } from './probable-duplicates.ts'

let number = 0
function said(route: string, more: Partial<RoutedOperation> = {}): RoutedOperation {
  number += 1
  return {
    iri: `#${number}`,
    account: 'A',
    bookingDate: '2026-03-02',
    amountCents: -250,
    currency: 'EUR',
    label: 'CAFE',
    routes: [route],
    ...(route.startsWith('csv') ? {} : { bankReference: `R${number}` }),
    ...more,
  }
}
const pairs = (...operations: RoutedOperation[]) =>
  probableDuplicates(operations).map(({ counted, second, reason }) => [counted, second, reason])

describe('what came by two routes', () => {
  it('is probably one operation, and the one with the bank’s reference counts, whatever the order', () => {
    const [ofx, csv] = [said('ofx-1'), said('csv-fortuneo', { label: 'CARTE 01/03 CAFE' })]
    expect(pairs(ofx, csv)).toEqual([[ofx, csv, 'booking-day']])
    expect(pairs(csv, ofx)).toEqual([[ofx, csv, 'booking-day']])
  })

  it.each<[string, Partial<RoutedOperation>]>([
    ['another account', { account: 'B' }],
    ['another day', { bookingDate: '2026-03-03' }],
    ['a cent', { amountCents: -251 }],
    ['the sign', { amountCents: 250 }],
    ['another currency', { currency: 'CHF' }],
    ['no route that anybody says', { routes: [] }],
    ['its own route', { routes: ['ofx-1'] }],
    ['a route that it shares', { routes: ['csv-fortuneo', 'ofx-1'] }],
  ])('is not one with %s', (_, more) => {
    expect(pairs(said('ofx-1'), said('csv-fortuneo', more))).toEqual([])
  })

  it('is one by the day from which it counts, when the booking days are not the same', () => {
    const ofx = said('ofx-1', { valueDate: '2026-03-04' })
    const csv = said('csv-fortuneo', { bookingDate: '2026-03-04' })
    expect(pairs(ofx, csv)).toEqual([[ofx, csv, 'value-day']])
    // Where two files meet, the last day of one counts from the first of the other: another purchase of that price.
    expect(pairs(ofx, { ...csv, label: 'DR MARTIN' })).toEqual([])
    expect(pairs({ ...ofx, label: 'CARTE 02/03' }, { ...csv, label: 'CARTE 04/03' })).toEqual([])
    const booked = said('csv-fortuneo', { label: 'B' })
    expect(pairs(ofx, csv, booked)).toEqual([[ofx, booked, 'booking-day']])
  })

  it('is paired by rank: two coffees and three are three', () => {
    const ofx = [said('ofx-1'), said('ofx-1')]
    const csv = [said('csv-bpce'), said('csv-bpce'), said('csv-bpce')]
    const found = pairs(...csv, ...ofx)
    expect(found.map(([counted]) => counted)).toEqual(ofx)
    expect(found.map(([, second]) => second)).toEqual(csv.slice(0, 2))
  })

  it('of three routes counts once', () => {
    const [ofx, camt, csv] = [said('ofx-1'), said('camt-053'), said('csv-bpce')]
    expect(pairs(ofx, csv, camt)).toEqual([
      [camt, ofx, 'booking-day'],
      [camt, csv, 'booking-day'],
    ])
  })

  it('each is a second once at most, none that counts is one, and twins of a route all count', () => {
    const operation = fc
      .record({
        route: fc.constantFrom('ofx-1', 'camt-053', 'csv-bpce'),
        day: fc.constantFrom('2026-03-02', '2026-03-03'),
        valueDay: fc.option(fc.constantFrom('2026-03-02', '2026-03-03'), { nil: undefined }),
        amountCents: fc.constantFrom(-250, -300),
      })
      .map(({ route, day, valueDay, amountCents }) =>
        said(route, {
          bookingDate: day,
          amountCents,
          ...(valueDay === undefined ? {} : { valueDate: valueDay }),
        }),
      )
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 14 }), (operations) => {
        const found = probableDuplicates(operations)
        const seconds = new Set(found.map(({ second }) => second))
        expect(seconds.size).toBe(found.length)
        expect(found.some(({ counted }) => seconds.has(counted))).toBe(false)
        for (const { counted, second } of found) {
          expect(counted.amountCents).toBe(second.amountCents)
          expect(counted.routes).not.toEqual(second.routes)
        }
        // Nothing of which any route says n is counted less than n times.
        for (const amountCents of [-250, -300]) {
          for (const route of ['ofx-1', 'camt-053', 'csv-bpce']) {
            const is = (it: RoutedOperation) => it.amountCents === amountCents
            const told = operations.filter((it) => is(it) && it.routes.includes(route)).length
            expect(operations.filter((it) => is(it) && !seconds.has(it)).length).toBeGreaterThanOrEqual(told)
          }
        }
      }),
    )
  })

  describe('as a sum and in parts', () => {
    const whole = said('camt-053', { amountCents: -630, bankReference: 'B' })
    const part = (amountCents: number, more: Partial<RoutedOperation> = {}) =>
      said('camt-054', { amountCents, bankReference: 'B', ...more })

    it('is counted by its parts', () => {
      const parts = [part(-310), part(-320)]
      expect(pairs(whole, ...parts)).toEqual([[parts[0], whole, 'batch']])
      expect(pairs(...parts, whole)).toEqual([[parts[0], whole, 'batch']])
    })

    it('is counted by its parts where a third route says the sum, or the parts', () => {
      const parts = [part(-310), part(-320)]
      const sum = said('csv-bpce', { amountCents: -630 })
      const counts = (...operations: RoutedOperation[]): number => {
        const seconds = new Set(probableDuplicates(operations).map(({ second }) => second))
        const left = operations.filter((it) => !seconds.has(it))
        for (const { counted } of probableDuplicates(operations)) expect(left).toContain(counted)
        return left.reduce((total, { amountCents }) => total + amountCents, 0)
      }
      expect(counts(sum, whole, ...parts)).toBe(-630)
      const detailed = [-310, -320].map((amountCents) => said('ofx-1', { amountCents }))
      expect(counts(...detailed, whole, ...parts, sum)).toBe(-630)
    })

    it.each<[string, Partial<RoutedOperation>]>([
      ['a cent less', { amountCents: -319 }],
      ['another reference', { bankReference: 'C' }],
      ['no reference', { bankReference: undefined }],
      ['another day', { bookingDate: '2026-03-03' }],
      ['another account', { account: 'B' }],
      ['another currency', { currency: 'CHF' }],
      ['the route of the sum', { routes: ['camt-053'] }],
    ])('is not one with %s', (_, more) => {
      expect(pairs(whole, part(-310), part(-320, more))).toEqual([])
    })

    it('is not one where its route says more under the reference', () => {
      const other = said('camt-053', { amountCents: -5, bankReference: 'B' })
      expect(pairs(whole, other, part(-310), part(-320))).toEqual([])
    })
  })

  it('is found in 200,000 operations of two routes, for which each with each would take hours', () => {
    const day = (at: number) => new Date(Date.UTC(2016, 0, 1 + (at % 3650))).toISOString().slice(0, 10)
    const operations = ['ofx-1', 'csv-bpce'].flatMap((route) =>
      Array.from({ length: 100_000 }, (_, at) =>
        said(route, { bookingDate: day(at), amountCents: -(at % 700) }),
      ),
    )
    expect(probableDuplicates(operations)).toHaveLength(100_000)
  })
})

describe('a graph', () => {
  const prefixes = `@prefix tb: <https://w3id.org/traboule/ns#> . @prefix schema: <https://schema.org/> . @prefix prov: <http://www.w3.org/ns/prov#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .`
  const account = (folder: string, codes: string) =>
    `<${folder}/account.ttl#a> a tb:BankAccount, schema:BankAccount ; tb:recordKey "account" ; schema:identifier "40069001" ; ${codes} schema:currency "EUR" .`
  const operation = (iri: string) =>
    `<${iri}> a tb:BankOperation ; tb:recordKey "${iri}" ; tb:bookingDate "2026-03-02"^^xsd:date ; tb:amount -2.5 ; schema:currency "EUR" ;
      schema:description "CAFE" ; tb:account <${iri.split('/')[0]}/account.ttl> .`
  const run = (iri: string, layout: string, ...nodes: string[]) =>
    `<${iri}> a tb:ImportRun ; tb:layout "${layout}" ; prov:endedAtTime "2026-04-01T00:00:00Z"^^xsd:dateTime ; prov:generated ${nodes.map((it) => `<${it}>`).join(', ')} .`
  const found = (...turtle: string[]) =>
    duplicatesIn(
      new Graph(
        new Parser({ baseIRI: 'https://pod.example/data/bank/ma-banque/x' }).parse(
          [prefixes, ...turtle].join('\n'),
        ),
      ),
    ).map(({ counted, second, reason }) =>
      [counted, second, reason].map((it) => it.replace(/.*ma-banque\//, '')),
    )

  it('tells routes by the runs of a document, and pairs within one folder', () => {
    const both = [operation('a/m.ttl#1'), operation('a/m.ttl#2')]
    const first = run('a/m.ttl#r1', 'camt-053', 'a/m.ttl#1')
    expect(found(...both, first, run('a/m.ttl#r2', 'csv-bpce', 'a/m.ttl#2'))).toEqual([
      ['a/m.ttl#1', 'a/m.ttl#2', 'booking-day'],
    ])
    expect(found(...both, first)).toEqual([])
    expect(found(...both, first, run('a/m.ttl#r2', 'camt-053', 'a/m.ttl#2'))).toEqual([])
    // Another document's run is not heard.
    expect(found(...both, first, run('a/n.ttl#r2', 'csv-bpce', 'a/m.ttl#2'))).toEqual([])
  })

  it('takes a number alone for the only account of the partner that has it', () => {
    const told = [
      operation('a/m.ttl#1'),
      operation('b/m.ttl#2'),
      run('a/m.ttl#r1', 'camt-053', 'a/m.ttl#1'),
      run('b/m.ttl#r2', 'csv-boursobank', 'b/m.ttl#2'),
    ]
    const codes = (branch: string) => `tb:bankCode "40618" ; tb:branchCode "${branch}" ;`
    expect(found(...told, account('a', codes('80001')), account('b', ''))).toHaveLength(1)
    expect(found(...told, account('a', codes('80001')))).toEqual([])
    expect(found(...told, account('a', codes('80001')), account('b', codes('80002')))).toEqual([])
    const third = account('c', codes('80002'))
    expect(found(...told, account('a', codes('80001')), account('b', ''), third)).toEqual([])
  })
})
