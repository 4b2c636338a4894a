import { readFileSync } from 'node:fs'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { readShapes } from './shape-model.ts'
import { readTurtle, shapeQuads } from './sources.ts'
import { brokenPromises, type Digests, stableDigests } from './stable.ts'

const kept = JSON.parse(readFileSync(new URL('stable-shapes.json', import.meta.url), 'utf8')) as Digests

it('a stable shape is as it was when it became so (vocab/README.md: how to make a -v2)', () => {
  expect(brokenPromises(shapeQuads(), kept)).toEqual([])
})

describe('a shape that has become stable', () => {
  const meter = 'https://w3id.org/traboule/ns#MeterShape'
  const turtle = readTurtle('shapes/energy.ttl').replace(
    /(tb:MeterShape[^.]*?vs:term_status) "testing"/s,
    '$1 "stable"',
  )
  const quads = (text: string) => new Parser().parse(text)
  const promise = stableDigests(quads(turtle))
  const changed = (from: string | RegExp, to: string): string[] => {
    const text = turtle.replace(from, to)
    expect(text).not.toBe(turtle)
    return brokenPromises(quads(text), promise)
  }

  it('is the only one whose digest is kept', () => expect(Object.keys(promise)).toEqual([meter]))

  it.each([
    ['a longer text', 'sh:maxLength 64', 'sh:maxLength 65'],
    ['a value more', '"gas" "water"', '"gas" "water" "heat"'],
    ['values in another order', '"gas" "water"', '"water" "gas"'],
    ['another property', 'sh:path tb:energyKind', 'sh:path tb:kind'],
    ['a property that need not be there', /(sh:path schema:identifier.*?)sh:minCount 1 ;/s, '$1'],
    ['another class', 'sh:targetClass tb:Meter ;', 'sh:targetClass tb:Meter2 ;'],
    ['another name in code', 'sh:codeIdentifier "number"', 'sh:codeIdentifier "id"'],
  ])('is not changed: %s', (_, from, to) =>
    expect(changed(from, to)).toEqual([`${meter} is stable and was changed: make a -v2 beside it`]),
  )

  it('is neither taken away nor declared unstable', () => {
    const gone = [`${meter} is stable and is gone: make a -v2 beside it`]
    expect(changed('"stable"', '"testing"')).toEqual(gone)
    expect(brokenPromises([], promise)).toEqual(gone)
  })

  it('may have its words put right, and name what replaces it', () => {
    expect(changed('"Compteur"@fr', '"Compteur d’un logement"@fr')).toEqual([])
    expect(changed('sh:name "énergie mesurée"@fr', 'sh:name "énergie"@fr')).toEqual([])
    expect(changed('"stable" ;', '"stable" ; dct:isReplacedBy tb:MeterShape-v2 ;')).toEqual([])
  })

  it('is the same written in another order', () => {
    expect(brokenPromises(quads(turtle).reverse(), promise)).toEqual([])
  })

  it('has to be kept', () => {
    expect(brokenPromises(quads(turtle), {})).toEqual([
      `${meter} is stable: keep its digest, ${promise[meter]}`,
    ])
  })

  it('has a -v2 beside it, of a class of its own, and both have readers', () => {
    const second = turtle
      .slice(turtle.indexOf('tb:MeterShape'), turtle.indexOf('tb:DayCurveShape'))
      .replace('tb:MeterShape', 'tb:MeterShape-v2')
      .replace('sh:targetClass tb:Meter', 'sh:targetClass tb:Meter-v2')
      .replace('"Meter"', '"MeterV2"')
    const models = readShapes(quads(`${turtle}\n${second}`))
    expect(models.map(({ name, types }) => [name, types[0]])).toContainEqual([
      'MeterV2',
      'https://w3id.org/traboule/ns#Meter-v2',
    ])
  })
})
