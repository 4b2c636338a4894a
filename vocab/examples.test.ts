import type { Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { Graph } from './graph.ts'
import { readShapes } from './shape-model.ts'
import { shapeQuads } from './sources.ts'
import { badExamples, example, RECORDS } from './testing/records.ts'
import { faultyIn } from './testing/verdict.ts'
import { validate } from './validate.ts'

const shapes = new Map(
  readShapes(shapeQuads()).map((it) => [it.name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase(), it]),
)
const lines = (quads: Quad[]): string[] => quads.map((it) => JSON.stringify(it)).sort()

describe.each(Object.entries(RECORDS))('the examples of %s', (name, record) => {
  const shape = shapes.get(name) ?? expect.fail()

  it('conform, are read, and are written back as they were', async () => {
    const { quads, iri } = example(name)
    expect(await validate(quads)).toEqual({ conforms: true, problems: [] })
    const value = record.read(new Graph(quads).node(iri))
    expect(record.is(value)).toBe(true)
    const written = record.write(value, iri)
    expect(lines(written)).toEqual(lines(quads))
  })

  it.each(badExamples(name))('%s does not conform, names the path, and is not read', async (bad) => {
    const { quads, iri, atFault } = example(bad)
    const { conforms, problems } = await validate(quads)
    expect(conforms).toBe(false)
    expect(new Set(problems.map((problem) => `${problem.focus} ${problem.path}`))).toEqual(
      new Set([`${iri} ${atFault}`]),
    )
    expect(record.read(new Graph(quads).node(iri))).toBeUndefined()
    // What the agreement is judged by says the same.
    for (const { path } of shape.properties)
      expect([...(await faultyIn(shape.iri, path, [iri], quads))]).toEqual(path === atFault ? [iri] : [])
  })

  it('include bad ones', () => expect(badExamples(name).length).toBeGreaterThan(1))
})

it('every shape has examples', () => {
  expect([...shapes.keys()].sort()).toEqual(Object.keys(RECORDS).sort())
})
