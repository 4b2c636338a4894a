import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { VocabError } from './errors.ts'
import { tb } from './generated/terms.ts'
import { TB } from './namespaces.ts'
import { readShapes } from './shape-model.ts'
import {
  definedIn,
  ONTOLOGY,
  readOntology,
  readTurtle,
  SHAPES,
  shapeQuads,
  shapesOf,
  turtleQuads,
} from './sources.ts'

const turtle = (folder: string): string[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((it) => it.endsWith('.ttl'))
    .map((it) => it.slice(0, -4))

it('names every file of the ontology and of the shapes', () => {
  expect(ONTOLOGY.filter((it) => it.startsWith('ontology/')).sort()).toEqual(
    turtle('./ontology')
      .map((it) => `ontology/${it}`)
      .sort(),
  )
  expect([...SHAPES].sort()).toEqual(turtle('./shapes').sort())
})

it('gives the ontology as one document', () => {
  expect(readOntology()).toContain(readTurtle('ontology/bank.ttl'))
})

it.each(SHAPES)('finds the shapes of %s by each of their classes', (name) => {
  const classes = readShapes(shapeQuads([name])).map(({ types: [type = ''] }) => type)
  expect(classes.length).toBeGreaterThan(0)
  for (const one of classes) expect(shapesOf(new Set([one, 'urn:other']))).toContain(name)
  expect(shapesOf(new Set(['urn:other']))).toEqual([])
})

it.each([
  ['a prefix that nobody declared', 'x:a x:b x:c .', 'vocab/shapes/x.ttl: Undefined prefix "x:" on line 1.'],
  ['a sentence without its end', '<#a> a <#b>\n<#c> a <#d> .', /^vocab\/shapes\/x\.ttl: .* on line 2\.$/],
])('says file, line and reason of %s', (_, turtle, said) => {
  expect(() => turtleQuads(turtle, 'vocab/shapes/x.ttl')).toThrow(said)
  expect(() => turtleQuads(turtle, 'vocab/shapes/x.ttl')).toThrow(VocabError)
})

it('knows the file of each of our terms and shapes', () => {
  const files = definedIn()
  expect(Object.values(tb).filter((iri) => !files.has(iri))).toEqual([])
  expect(files.get(`${TB}bookingDate`)).toBe('bank')
  expect(files.get(`${TB}ImportRunShape`)).toBe('imports')
  expect(files.get(`${TB}waterData`)).toBe('categories')
  expect(files.get(`${TB}other`)).toBeUndefined()
})
