import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '../testing/contract.ts'
import { telecom } from './connector.ts'
import { mapTelecom } from './map.ts'
import { parseTelecom } from './parse.ts'
import { telecomBillsSample, telecomSample } from './sample.ts'

const folder = new URL('.', import.meta.url)
const fixture = readFileSync(new URL('fixtures/communications.json', folder))
const json = (items: readonly object[]): Uint8Array =>
  new TextEncoder().encode(`[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`)
const call = (timestamp: string, length: unknown = 60, more: object = {}): object => ({
  timestamp,
  msisdn: '33600000001',
  partner: '33699999901',
  length,
  chipType: 's',
  ...more,
})
const monthly = (from: number, to: number): Uint8Array =>
  json(Array.from({ length: to - from + 1 }, (_, at) => call(`2026-0${from + at}-15T10:00:00Z`)))
const billed = (more: object): Uint8Array =>
  json([{ type: 'Mobile', date: '2026-02-04T12:00:00Z', vendor: 'Télécom', amount: 10, ...more }])
const quadsOf = (bytes: Uint8Array): string[] =>
  mapTelecom(parseTelecom(bytes), { container: 'https://pod.example/x/' }).documents.flatMap(({ nodes }) =>
    nodes.flatMap(({ quads }) =>
      quads.map((it) => `${it.subject.value} ${it.predicate.value} ${it.object.value}`),
    ),
  )

contract({
  connector: telecom,
  folder,
  fixtures: ['communications.json', 'factures.json'],
  // February is cut in the second, April in the first, May is new; March is whole in both.
  overlap: { first: monthly(1, 4), second: monthly(2, 5), added: 3 },
  correction: {
    before: json([call('2026-01-15T10:00:00Z'), call('2026-02-15T10:00:00Z'), call('2026-03-15T10:00:00Z')]),
    after: json([
      call('2026-01-15T10:00:00Z'),
      call('2026-02-15T10:00:00Z', 61),
      call('2026-03-15T10:00:00Z'),
    ]),
  },
  twins: {
    file: json([1, 2].map(() => ({ type: 'Mobile', date: '2026-02-04', vendor: 'Télécom', amount: 10 }))),
    records: 2,
  },
  refused: [
    { name: 'a file cut in the middle', bytes: fixture.subarray(0, 900), code: 'truncated', line: 15 },
    {
      name: 'a stamp without a zone',
      bytes: json([call('2026-01-15T10:00:00')]),
      code: 'bad-field',
      line: 2,
    },
    { name: 'a day that is none', bytes: json([call('2026-02-30T10:00:00Z')]), code: 'bad-field', line: 2 },
    {
      name: 'a length below nothing',
      bytes: json([call('2026-01-15T10:00:00Z', -1)]),
      code: 'bad-field',
      line: 2,
    },
    { name: 'half a second', bytes: json([call('2026-01-15T10:00:00Z', 0.5)]), code: 'bad-field', line: 2 },
    { name: 'no length', bytes: json([call('2026-01-15T10:00:00Z', null)]), code: 'missing-field', line: 2 },
    {
      name: 'a unit that we do not know',
      bytes: json([call('2026-01-15T10:00:00Z', 1, { chipType: 'toString' })]),
      code: 'unsupported',
      line: 2,
    },
    {
      name: 'one call said in two ways',
      bytes: json([
        call('2026-01-15T10:00:00Z', 1, { _id: 'a' }),
        call('2026-01-15T10:00:00Z', 2, { _id: 'a' }),
      ]),
      code: 'contradiction',
      line: 3,
    },
    {
      name: 'a line that is no number',
      bytes: json([call('2026-01-15T10:00:00Z', 1, { msisdn: 'Claire' })]),
      code: 'bad-field',
      line: 2,
    },
    { name: 'a bill in dollars', bytes: billed({ currency: 'USD' }), code: 'unsupported', line: 2 },
    { name: 'a bill of thousandths', bytes: billed({ amount: 9.999 }), code: 'bad-field', line: 2 },
    { name: 'a bill without an amount', bytes: billed({ amount: null }), code: 'missing-field', line: 2 },
    {
      name: 'one number on two bills',
      bytes: json(
        [1, 2].map((amount) => ({ type: 'Mobile', date: '2026-02-04', vendor: 'T', vendorRef: 'A', amount })),
      ),
      code: 'contradiction',
      line: 3,
    },
    {
      name: 'no bill of a telecom operator',
      bytes: json([{ type: 'mobile home', date: '2026-02-04', vendor: 'T', amount: 1 }]),
      code: 'empty',
    },
  ],
  secrets: ['33600000001', '33699999901', '45.767', '734003200'],
})

describe('a communication record', () => {
  it('leaves no trace of other people, nor of places, nor of the line in an address', () => {
    const said = quadsOf(fixture).join('\n')
    for (const secret of ['336999999', '45.7', '4.83']) {
      expect(fixture.toString()).toContain(secret)
      expect(said).not.toContain(secret)
    }
    expect(quadsOf(fixture).some((it) => it.split(' ')[0]?.includes('33600000001'))).toBe(false)
  })

  it('sums what it counts, whatever the order', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(counts, (lengths) => {
        const calls = lengths.map((length, at) =>
          call(`2026-03-${String((at % 28) + 1).padStart(2, '0')}T10:00:00Z`, length),
        )
        const total = lengths.reduce((sum, length) => sum + length, 0)
        const said = quadsOf(json(calls))
        expect(said.some((it) => it.endsWith(`voiceSeconds ${total}`))).toBe(true)
        expect(quadsOf(json(calls.toReversed()))).toEqual(said)
      }),
      { numRuns: 20 },
    )
  })

  it('counts two calls alike, but one said twice under its own name once', () => {
    const alike = call('2026-03-05T10:00:00Z', 60)
    const named = call('2026-03-05T10:00:00Z', 60, { _id: 'a' })
    const seconds = (items: readonly object[]): string | undefined =>
      quadsOf(json(items))
        .find((it) => it.includes('voiceSeconds'))
        ?.split(' ')
        .at(-1)
    expect([seconds([alike, alike]), seconds([named, named])]).toEqual(['120', '60'])
  })

  it('counts bills of other things, and leaves them out', () => {
    const { notices } = telecom.map(parseTelecom(readFileSync(new URL('fixtures/factures.json', folder))), {
      container: 'https://pod.example/',
    })
    expect(notices.map(({ code, count }) => [code, count])).toEqual([['other-bills', 1]])
  })
})

describe('the invented year', () => {
  it('has twelve months of a line, and twelve bills', () => {
    const sample = { seed: 3, year: 2026 }
    const documents = [telecomSample, telecomBillsSample].map(
      (make) => mapTelecom(parseTelecom(make(sample)), { container: 'https://pod.example/' }).documents,
    )
    expect(documents.flat().map(({ nodes }) => nodes.length)).toEqual([12, 12])
    expect(Buffer.compare(telecomSample(sample), telecomSample(sample))).toBe(0)
  })
})
