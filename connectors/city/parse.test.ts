import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstNameOf } from './first-name.ts'
import { mapCity } from './map.ts'
import { parseCity } from './parse.ts'
import { citySample } from './sample.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

describe('what is dropped', () => {
  it.each([
    ['prets.xml', ['DUPOND', 'Claire', 'Traboules', '1984', '2690000815', '4765476', 'Une réservation']],
    ['cantine.csv', ['DUPOND', 'Dupond', 'Pentes']],
    ['scolarites.json', ['MARTIN', 'ROBERT', '2012-08-15', '2005-09-21', '211324099991']],
  ])('of %s stays in the file', (name, secrets) => {
    const said = JSON.stringify(mapCity(parseCity(fixture(name)), { container: 'https://pod.example/' }))
    for (const secret of secrets) {
      expect(fixture(name).toString()).toContain(secret)
      expect(said).not.toContain(secret)
    }
  })
})

describe('a first name', () => {
  it.each([
    ['Léo', 'Léo'],
    ['LEO', 'LEO'],
    ['DUPOND Léo', 'Léo'],
    ['Anne Lise DE LA TOUR', 'Anne Lise'],
    ['Léo Dupond', undefined],
    ['LEO DUPOND', undefined],
    ['', undefined],
  ])('of %j is %j', (name, first) => expect(firstNameOf(name)).toBe(first))
})

describe('meals', () => {
  it('give back what was written, twins too', () => {
    const meal = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      child: fc.constantFrom('Léo', 'Zoé'),
      cents: fc.integer({ min: -2000, max: 2000 }),
    })
    fc.assert(
      fc.property(fc.array(meal, { minLength: 1, maxLength: 30 }), (meals) => {
        const rows = meals.map(
          ({ day, child, cents }) =>
            `${String(day).padStart(2, '0')}/03/2026;${child};${(cents / 100).toFixed(2).replace('.', ',')}`,
        )
        const read = parseCity(Buffer.from(['Date;Enfant;Montant (€)', ...rows].join('\n')))
        expect(
          read.map((row) => row.type === 'meal' && [Number(row.date.slice(8)), row.child, row.amountCents]),
        ).toEqual(meals.map(({ day, child, cents }) => [day, child, cents]))
        const [document] = mapCity(read, { container: 'https://pod.example/' }).documents
        expect(new Set(document?.nodes.map(({ iri }) => iri)).size).toBe(meals.length)
      }),
    )
  })
})

describe('loans', () => {
  it('give back what was written, under the names of Koha and of the recommendation', () => {
    const loan = fc.record({
      item: fc.integer({ min: 1, max: 9_999_999 }),
      title: fc.stringMatching(/^[A-Za-zÀ-ÿ&<>'"]([A-Za-zÀ-ÿ&<>'" ]{0,40}[A-Za-zÀ-ÿ&<>'"])?$/),
      due: fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`),
      koha: fc.boolean(),
    })
    const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    fc.assert(
      fc.property(
        fc.uniqueArray(loan, { minLength: 1, maxLength: 20, selector: ({ item }) => item }),
        (loans) => {
          const told = loans.map(({ item, title, due, koha }) =>
            koha
              ? `<loan><itemnumber>${item}</itemnumber><title>${escaped(title)}</title><date_due>${due}</date_due></loan>`
              : `<loan><itemId>${item}</itemId><title>${escaped(title)}</title><dueDate>${due}</dueDate></loan>`,
          )
          const rows = parseCity(
            Buffer.from(`<GetPatronInfo><loans>${told.join('')}</loans></GetPatronInfo>`),
          )
          expect(rows.map((row) => row.type === 'loan' && [row.title, row.dueDate])).toEqual(
            loans.map(({ title, due }) => [title.replace(/ +/g, ' '), due]),
          )
        },
      ),
    )
  })
})

describe('enrolments', () => {
  it('of a child at two schools, or of two children at one, are two', () => {
    const answer = (prenom: string, code_uai: string) => ({
      data: {
        identite: { prenom, nom: 'DUPOND', date_naissance: '2014-00-00' },
        annee_scolaire: '2025-2026',
        est_scolarise: true,
        etablissement: { code_uai, nom: null },
      },
    })
    const read = (...answers: object[]) => {
      const rows = parseCity(Buffer.from(JSON.stringify(answers)))
      return mapCity(rows, { container: 'https://pod.example/' }).documents.flatMap(({ nodes }) => nodes)
    }
    const [one, other] = [answer('Léa', '0690000A'), answer('Noé', '0690000A')]
    expect(read(one, other, answer('Léa', '0690000B'), one)).toHaveLength(3)
  })
})

describe('the sample', () => {
  it('is the same each time, and a year of meals', () => {
    expect(Buffer.compare(citySample({ seed: 7, year: 2025 }), citySample({ seed: 7, year: 2025 }))).toBe(0)
    expect(parseCity(citySample({ seed: 7, year: 2025 })).length).toBeGreaterThan(200)
  })
})
