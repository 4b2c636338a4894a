import { readdirSync } from 'node:fs'
import { Parser, type Quad } from 'n3'
import type { Shape } from '../shape.ts'
import { readShapes } from '../shape-model.ts'
import { readTurtle, SHAPES, shapeQuads } from '../sources.ts'

/** Each shape's generated functions, by the name of its examples: `bank-operation`. */
export const RECORDS: Readonly<Record<string, Shape<unknown>>> = Object.fromEntries(
  (await Promise.all(SHAPES.map(shapesOf))).flat(),
)

async function shapesOf(module: string): Promise<[name: string, shape: Shape<unknown>][]> {
  const generated = await import(`../generated/${module}.ts`)
  return readShapes(shapeQuads([module])).map(({ name }) => [
    name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase(),
    { read: generated[`read${name}`], write: generated[`write${name}`], is: generated[`is${name}`] },
  ])
}

/** The examples of a shape that do not conform: `bank-operation.bad-amount`. */
export function badExamples(name: string): string[] {
  return readdirSync(new URL('../examples', import.meta.url))
    .filter((file) => file.startsWith(`${name}.bad-`))
    .map((file) => file.replace(/\.ttl$/, ''))
}

export interface Example {
  readonly quads: Quad[]
  /** The one subject's IRI. */
  readonly iri: string
  /** The predicate at fault, in a bad example. */
  readonly atFault?: string
}

export function example(name: string): Example {
  const turtle = readTurtle(`examples/${name}.ttl`)
  const prefixes: Record<string, string> = { rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }
  const quads = new Parser({ baseIRI: 'https://pod.example/alice/data/doc.ttl' }).parse(
    turtle,
    null,
    (prefix, iri) => {
      prefixes[prefix] = typeof iri === 'string' ? iri : iri.value
    },
  )
  const [, prefix, local] = /^# at fault: (\w+):(\w+)/.exec(turtle) ?? []
  return {
    quads,
    iri: quads[0]?.subject.value ?? '',
    ...(prefix && { atFault: `${prefixes[prefix]}${local}` }),
  }
}
