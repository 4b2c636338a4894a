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

describe('the sample', () => {
  it('is the same each time, and a year of meals', () => {
    expect(citySample({ seed: 7, year: 2025 })).toEqual(citySample({ seed: 7, year: 2025 }))
    expect(parseCity(citySample({ seed: 7, year: 2025 })).length).toBeGreaterThan(200)
  })
})
