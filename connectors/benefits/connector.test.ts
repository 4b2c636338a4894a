import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '../testing/contract.ts'
import { benefits } from './connector.ts'
import { mapBenefits } from './map.ts'
import { parseBenefits } from './parse.ts'
import { benefitsSample } from './sample.ts'

const folder = new URL('.', import.meta.url)
const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, folder), 'utf8')
const altered = (text: string, before: string | RegExp, after: string): Uint8Array =>
  Buffer.from(text.replace(before, after))
const quotients = fixture('quotients.json')
const work = fixture('france-travail.json')
const right = fixture('prime-activite.json')
const year = JSON.parse(Buffer.from(benefitsSample({ seed: 1, year: 2025 })).toString())
const list = (...answers: unknown[]): Uint8Array => Buffer.from(JSON.stringify(answers))
const paid = (date: string, total: number) => ({
  date_versement: date,
  montant_total: total,
  montant_allocations: total,
  montant_aides: 0,
  montant_autres: null,
})

contract({
  connector: benefits,
  folder,
  fixtures: ['quotients.json', 'france-travail.json', 'prime-activite.json'],
  overlap: { first: list(...year.slice(0, 8)), second: list(...year.slice(6)), added: 10 },
  correction: { before: Buffer.from(quotients), after: altered(quotients, '"valeur": 900', '"valeur": 950') },
  twins: {
    file: list({ data: { paiements: [paid('2026-01-03', 12.5), paid('2026-01-03', 12.5)] } }),
    records: 2,
  },
  refused: [
    { name: 'answers cut in the middle', bytes: Buffer.from(quotients.slice(0, 1500)), code: 'truncated' },
    {
      name: 'a month of no year',
      bytes: altered(quotients, '"mois": 6', '"mois": 0'),
      code: 'bad-field',
      line: 52,
    },
    {
      name: 'a quotient of nobody',
      bytes: altered(quotients, '"CNAF"', '"CPAM"'),
      code: 'bad-field',
      line: 52,
    },
    {
      name: 'no quotient',
      bytes: altered(quotients, '"valeur": 900', '"valeur": null'),
      code: 'missing-field',
      line: 52,
    },
    {
      name: 'a quotient in words',
      bytes: altered(quotients, '"valeur": 900', '"valeur": "neuf"'),
      code: 'bad-field',
      line: 52,
    },
    {
      name: 'two quotients of one month',
      bytes: list(year[0], { data: { quotient_familial: { ...year[0].data.quotient_familial, valeur: 1 } } }),
      code: 'contradiction',
    },
    {
      name: 'a benefit that is not named',
      bytes: altered(right, /"ressource".*/, ''),
      code: 'missing-field',
      line: 1,
    },
    {
      name: 'a benefit that tells of health',
      bytes: altered(right, 'prime_activite', 'allocation_adulte_handicape'),
      code: 'unsupported',
      line: 1,
    },
    {
      name: 'a right that may be',
      bytes: altered(right, '"est_beneficiaire": true', '"est_beneficiaire": "peut-être"'),
      code: 'bad-field',
      line: 3,
    },
    {
      name: 'a right from a day that is none',
      bytes: altered(right, '1992-11-20', '1992-11-31'),
      code: 'bad-field',
      line: 3,
    },
    {
      name: 'parts that are not the total',
      bytes: altered(work, '"montant_aides": 0', '"montant_aides": 0.01'),
      code: 'contradiction',
      line: 45,
    },
    {
      name: 'a third decimal',
      bytes: altered(work, '"montant_total": 123.4', '"montant_total": 123.405'),
      code: 'bad-field',
      line: 45,
    },
    {
      name: 'a payment without an amount',
      bytes: altered(work, '"montant_total": 123.4,', ''),
      code: 'missing-field',
      line: 45,
    },
    {
      name: 'a registration that never began',
      bytes: altered(work, '"date_debut": "2020-01-01"', '"date_debut": null'),
      code: 'missing-field',
      line: 28,
    },
    {
      name: 'an error of the partner',
      bytes: Buffer.from('{"errors": [{"code": "37003"}], "allocataires": []}'),
      code: 'partner-error',
      line: 1,
    },
    {
      name: 'an error of v2',
      bytes: Buffer.from('{"error": "not_found", "reason": "…", "allocataires": []}'),
      code: 'partner-error',
      line: 1,
    },
    {
      name: 'no payment',
      bytes: Buffer.from('{"data": {"paiements": []}, "montant_allocations": 0}'),
      code: 'empty',
    },
    {
      name: 'an answer about something else',
      bytes: Buffer.from('[{"data": {"identite": {}, "inscription": null}}]'),
      code: 'unsupported',
      line: 1,
    },
    { name: 'a list of numbers', bytes: Buffer.from('[1, {"allocataires": []}]'), code: 'bad-field' },
  ],
  secrets: ['DUPONT', 'COURS JULIEN', '13006', '"valeur": 900'],
})

describe('what is dropped', () => {
  it('names, birth dates, addresses and identifiers stay in the file', () => {
    for (const name of ['quotients.json', 'france-travail.json']) {
      const said = JSON.stringify(
        mapBenefits(parseBenefits(Buffer.from(fixture(name))), { container: 'https://pod.example/' }),
      )
      for (const secret of ['DUPONT', 'JULIEN', 'PAIX', '1982', 'MARSEILLE', 'france.fr', 'default']) {
        expect(said).not.toContain(secret)
      }
    }
  })
})

describe('quotients', () => {
  it('of a history are one a month and fund, whoever asked', () => {
    const month = fc.record({
      annee: fc.integer({ min: 2000, max: 2099 }),
      mois: fc.integer({ min: 1, max: 12 }),
      fournisseur: fc.constantFrom('CNAF', 'MSA'),
    })
    const key = (it: { annee: number; mois: number; fournisseur: string }) =>
      `${it.fournisseur} ${it.annee} ${it.mois}`
    fc.assert(
      fc.property(fc.uniqueArray(month, { minLength: 1, maxLength: 40, selector: key }), (months) => {
        const answers = months.map((it, at) => ({ data: { quotient_familial: { ...it, valeur: at } } }))
        const rows = parseBenefits(list(...answers, ...answers))
        expect(rows.map((row) => row.type === 'quotient' && [row.fund, row.month, row.quotient])).toEqual(
          months.map(({ annee, mois, fournisseur }, at) => [
            fournisseur,
            `${annee}-${String(mois).padStart(2, '0')}`,
            at,
          ]),
        )
      }),
    )
  })
})

describe('payments', () => {
  it('give back the cents and days that were written, twins too', () => {
    const payment = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      parts: fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: -99_999, max: 999_999 }))),
    })
    fc.assert(
      fc.property(fc.array(payment, { minLength: 1, maxLength: 20 }), (payments) => {
        const told = payments.map(({ day, parts: [allowance = 0, aid = 0, other = 0] }) => ({
          date_versement: `2026-03-${String(day).padStart(2, '0')}`,
          montant_total: (allowance + aid + other) / 100,
          montant_allocations: allowance / 100,
          montant_aides: aid / 100,
          montant_autres: other / 100,
        }))
        const rows = parseBenefits(list({ data: { paiements: told } }))
        expect(rows.map((row) => row.type === 'payment' && [row.amountCents, row.aidCents])).toEqual(
          payments.map(({ parts: [allowance = 0, aid = 0, other = 0] }) => [allowance + aid + other, aid]),
        )
        const [document] = mapBenefits(rows, { container: 'https://pod.example/' }).documents
        expect(new Set(document?.nodes.map(({ iri }) => iri)).size).toBe(payments.length)
      }),
    )
  })
})

describe('the sample', () => {
  it('is the same each time, and a year of quotients, a right, a registration and four payments', () => {
    expect(
      Buffer.compare(benefitsSample({ seed: 7, year: 2025 }), benefitsSample({ seed: 7, year: 2025 })),
    ).toBe(0)
    const rows = parseBenefits(benefitsSample({ seed: 7, year: 2025 }))
    const count = (type: string): number => rows.filter((row) => row.type === type).length
    expect([count('quotient'), count('right'), count('registration'), count('payment')]).toEqual([
      12, 1, 1, 4,
    ])
  })
})
