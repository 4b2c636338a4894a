import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '../testing/contract.ts'
import { receipts } from './connector.ts'
import { checkDigit, isGtin, readCode } from './gtin.ts'
import { mapReceipts } from './map.ts'
import { parseReceipts } from './parse.ts'
import { receiptsSample } from './sample.ts'

const folder = new URL('.', import.meta.url)
const amazon = readFileSync(new URL('fixtures/Retail.OrderHistory.1.csv', folder))
const altered = (before: string, after: string): Uint8Array =>
  Buffer.from(amazon.toString().replace(before, after))
const loyalty = (rows: readonly string[], head = 'Montant TTC (€)'): Uint8Array =>
  new TextEncoder().encode(
    ['Enseigne;Le Panier', `Date;Heure;Magasin;Caisse;Ticket;EAN;Libellé;Quantité;${head}`, ...rows, ''].join(
      '\n',
    ),
  )
const line = (name: string, amount = '1,00', date = '05/03/2026', quantity = '1'): string =>
  `${date};18:04;Croix-Rousse;3;${date.slice(0, 2)}07;;${name};${quantity};${amount}`

contract({
  connector: receipts,
  folder,
  fixtures: ['Retail.OrderHistory.1.csv', 'migros-achats.csv', 'fidelite.csv'],
  overlap: {
    first: loyalty([line('Pain'), line('Lait')]),
    second: loyalty([line('Lait', '1,00', '06/03/2026'), line('Lait'), line('Pain')]),
    added: 2,
  },
  // The name and not the amount: a receipt says its total too.
  correction: {
    before: loyalty([`05/03/2026;18:04;Croix-Rousse;3;7;9501101530003;Pain;1;1,00`]),
    after: loyalty([`05/03/2026;18:04;Croix-Rousse;3;7;9501101530003;Pain de seigle;1;1,00`]),
  },
  twins: { file: loyalty([line('Pain'), line('Pain')]), records: 3 },
  refused: [
    { name: 'a file cut in a row', bytes: amazon.subarray(0, 1500), code: 'malformed' },
    {
      name: 'a row that is too short',
      bytes: loyalty([line('Pain'), '05/03/2026;18:04']),
      code: 'truncated',
      line: 4,
    },
    { name: 'a row that is too long', bytes: loyalty([`${line('Pain')};x`]), code: 'malformed', line: 3 },
    { name: 'a header alone', bytes: loyalty([]), code: 'empty' },
    {
      name: 'amounts in no currency',
      bytes: loyalty([line('Pain')], 'Montant TTC'),
      code: 'bad-field',
      line: 3,
    },
    {
      name: 'two columns of amounts',
      bytes: loyalty([`${line('Pain')};1,00`], 'Montant (€);Montant TTC (€)'),
      code: 'unsupported',
      line: 2,
    },
    {
      name: 'a column twice',
      bytes: loyalty([`${line('Pain')};1`], 'Montant (€);EAN'),
      code: 'unsupported',
      line: 2,
    },
    {
      name: 'a retailer without a name',
      bytes: Buffer.from(
        Buffer.from(loyalty([line('Pain')]))
          .toString()
          .replace('Enseigne', 'Carte'),
      ),
      code: 'missing-field',
      line: 2,
    },
    { name: 'a third decimal', bytes: loyalty([line('Pain', '1,005')]), code: 'bad-field', line: 3 },
    {
      name: 'a quantity of ten-thousandths',
      bytes: loyalty([line('Pain', '1,00', '05/03/2026', '0,1234')]),
      code: 'bad-field',
      line: 3,
    },
    {
      name: 'a day that is none',
      bytes: loyalty([line('Pain', '1,00', '31/02/2026')]),
      code: 'bad-field',
      line: 3,
    },
    { name: 'an item without a name', bytes: loyalty([line('')]), code: 'missing-field', line: 3 },
    {
      name: 'an order in a state that we do not know',
      bytes: altered('"Closed"', '"Perdue"'),
      code: 'unsupported',
      line: 2,
    },
    {
      name: 'an order in no currency',
      bytes: altered('"EUR"', '"Not Available"'),
      code: 'missing-field',
      line: 2,
    },
    {
      name: 'an order of two days',
      bytes: altered('2026-03-31T22:30:00Z', '2026-03-30T08:00:00Z'),
      code: 'contradiction',
      line: 3,
    },
    {
      name: 'a comma that may be a decimal',
      bytes: altered('"21.10"', '"21,100"'),
      code: 'bad-field',
      line: 2,
    },
  ],
  secrets: ['MONT', 'B000000001', '000-0000002-0000002', 'COLIS', '21.10'],
})

describe('a receipt', () => {
  it('keeps amounts to the cent, and adds them up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -99_999, max: 999_999 }), { minLength: 1, maxLength: 20 }),
        (amounts) => {
          const written = (cents: number): string =>
            `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`
          const rows = parseReceipts(loyalty(amounts.map((cents) => line('Pain', written(cents)))))
          expect(rows.map(({ amountCents }) => amountCents)).toEqual(amounts)
          const [node] = mapReceipts(rows, { container: 'https://pod.example/' }).documents[0]?.nodes ?? []
          const total = node?.quads.find(({ predicate }) => predicate.value.endsWith('grandTotal'))?.object
            .value
          expect(Math.round(Number(total) * 100)).toBe(amounts.reduce((sum, cents) => sum + cents, 0))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('keeps no address, and leaves open orders for later', () => {
    const { documents, notices } = mapReceipts(parseReceipts(amazon), { container: 'https://pod.example/' })
    const said = documents.flatMap(({ nodes }) =>
      nodes.flatMap(({ quads }) => quads.map(({ object }) => object.value)),
    )
    for (const secret of ['CARMES', 'COLIS', 'Camille', 'en cours']) {
      expect(amazon.toString()).toContain(secret)
      expect(said.join('\n')).not.toContain(secret)
    }
    expect(notices.map(({ code, count }) => [code, count])).toEqual([['pending', 1]])
    expect(documents.map(({ gaps }) => gaps)).toEqual([0, 1])
  })

  it('tells a GTIN from what only looks like one', () => {
    expect(readCode('9501101530003')).toEqual({ gtin: '9501101530003' })
    expect(
      ['9501101530004', '2412345001235', '020000000004', '950110153000', 'B000000001', ''].map(isGtin),
    ).toEqual(Array(6).fill(false))
    expect(['96385074', '036000291452', '4006381333931', '10614141000415'].map(isGtin)).toEqual(
      Array(4).fill(true),
    )
  })

  it('finds one wrong digit in any code', () => {
    const codes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(codes, fc.nat(12), fc.integer({ min: 1, max: 9 }), (digits, at, away) => {
        const right = [...digits, checkDigit(digits)]
        const wrong = right.map((digit, place) => (place === at ? (digit + away) % 10 : digit))
        expect(isGtin(wrong.join(''))).toBe(false)
      }),
    )
  })

  it('is invented alike each time, as often as the bank debits', () => {
    const sample = { seed: 3, year: 2026 }
    const rows = parseReceipts(receiptsSample(sample))
    expect(new Set(rows.map(({ receipt }) => receipt.key)).size).toBeGreaterThan(30)
    expect(rows.every(({ gtin, amountCents }) => gtin !== undefined && (amountCents ?? 0) > 0)).toBe(true)
    expect(Buffer.compare(receiptsSample(sample), receiptsSample(sample))).toBe(0)
  })
})
