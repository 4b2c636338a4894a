import { expect, it } from 'vitest'
import { categories } from '../categories.ts'
import { categoryTerms } from '../generated/category-terms.ts'
import { tb } from '../generated/terms.ts'
import { Graph } from '../graph.ts'
import { readShapes } from '../shape-model.ts'
import { definedIn, ontologyQuads, shapeQuads } from '../sources.ts'
import { modulesOf } from './modules.ts'
import { SHARED } from './shared-modules.ts'

const shapes = readShapes(shapeQuads())
const files = definedIn()
const { modules, homes } = modulesOf(new Graph(ontologyQuads()), shapes, files)
const shapeOf = (name: string) => shapes.find((it) => it.name === name)?.iri

it('is each domain in the citizen’s order, then what all share', () => {
  expect(modules.map(({ anchor }) => anchor)).toEqual([
    ...categories.map(({ id }) => `${id}Data`),
    ...SHARED.map(({ anchor }) => anchor),
  ])
})

it('has a module for every file, which is a domain’s or named once', () => {
  const shared = SHARED.flatMap((it) => it.files)
  expect(new Set(shared).size).toBe(shared.length)
  for (const file of files.values()) expect([...Object.keys(categoryTerms), ...shared]).toContain(file)
})

it('has each shape and each term once', () => {
  const found = modules.flatMap((it) => it.shapes)
  expect(found).toHaveLength(shapes.length)
  const told = [
    ...found.flatMap(({ iri, types: [target = ''] }) => [iri, target]),
    ...homes.keys(),
    ...modules
      .flatMap(({ others, category }) => [...others, ...(category ? [category] : [])])
      .map(({ iri }) => iri),
    tb.categories,
  ].filter((iri) => Object.values<string>(tb).includes(iri))
  expect(told.sort()).toEqual(Object.values(tb).sort())
})

it('explains a property at the class that it is said of, else at one of its module, else at none', () => {
  expect(homes.get(tb.valueDate)).toBe(shapeOf('BankOperation'))
  expect(homes.get(tb.grandTotal)).toBe(shapeOf('Invoice'))
  // Of an account’s balance it is the balance.
  expect(homes.get(tb.amount)).toBe(shapeOf('BankOperation'))
  expect(homes.get(tb.recordKey)).toBeUndefined()
  expect(homes.get('https://schema.org/currency')).toBeUndefined()
})

it('counts what a module has, its classes of other modules too', () => {
  const counts = Object.fromEntries(modules.map((it) => [it.anchor, it.counts]))
  expect(counts['waterData']).toEqual({ classes: 2, properties: 0, values: 0 })
  expect(counts['energyData']).toMatchObject({ classes: 3, values: 2 })
})

it('puts what it knows no file of among what all share', () => {
  const { modules } = modulesOf(new Graph(ontologyQuads()), shapes, new Map())
  expect(modules.at(-SHARED.length)?.shapes).toHaveLength(shapes.length)
})
