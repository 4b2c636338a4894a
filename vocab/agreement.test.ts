import { DataFactory, type Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { Graph } from './graph.ts'
import { XSD } from './namespaces.ts'
import { readShapes, type ShapeModel } from './shape-model.ts'
import { shapeQuads } from './sources.ts'
import { example, RECORDS } from './testing/records.ts'
import { faultyIn } from './testing/verdict.ts'
import { validate } from './validate.ts'

const { literal, namedNode, quad } = DataFactory
type Term = Quad['object']

/** What a careless or hostile writer may put where a value is expected. */
const ODD_TEXTS = [
  ...[
    '',
    ' ',
    '-',
    'x'.repeat(301),
    'été',
    '0',
    '-0',
    '007',
    '1e3',
    '12.',
    '.5',
    '+1',
    '12.345',
    '9'.repeat(20),
  ],
  ...[
    '2025-02-31',
    '2025-1-1',
    '2025-01-01Z',
    '2025-01-01T00:00:00',
    '2025-01-01T24:00:00Z',
    'PT',
    'PT30M',
    'PT0M',
  ],
  ...['1 2', '1  2', '1 - -', 'EUR', 'EUR\n', 'eur', 'debit'],
]
const ODD_IRIS = ['https://pod.example/x', 'http://qudt.org/vocab/unit/W-HR']

/** `value`: one that conforms, which none does with a language. */
function odd(value: string, datatype = `${XSD}integer`): Term[] {
  const types = new Set([datatype, `${XSD}string`])
  return [
    ...[...types].flatMap((type) => ODD_TEXTS.map((it) => literal(it, namedNode(type)))),
    ...[value, '', '1', 'debit'].map((it) => literal(it, 'fr')),
    ...[value, '1'].map((it) => literal(it, namedNode(`${XSD}integer`))),
    ...ODD_IRIS.map((it) => namedNode(it)),
  ]
}

describe.each(readShapes(shapeQuads()))('the reader of $name agrees with SHACL', (shape) => {
  const { record, quads, iri } = subjectOf(shape)

  /** The same node as often as there are variants of what it says under `path`; which of them conform, by both. */
  const conforming = async (path: string, variants: Term[][], judge: Judge): Promise<boolean[]> => {
    const rest = quads.filter(({ predicate }) => predicate.value !== path)
    const nodes = variants.map((values, at) => {
      const subject = namedNode(`${iri}-${at}`)
      return [
        ...rest.map(({ predicate, object }) => quad(subject, predicate, object)),
        ...values.map((value) => quad(subject, namedNode(path), value)),
      ]
    })
    const iris = variants.map((_, at) => `${iri}-${at}`)
    const faulty = await judge(path, iris, nodes.flat())
    const graph = new Graph(nodes.flat())
    const read = iris.map((it) => record.read(graph.node(it)) !== undefined)
    const shacl = iris.map((it) => !faulty.has(it))
    expect(describeVariants(variants, read)).toEqual(describeVariants(variants, shacl))
    return read
  }

  it.each(shape.properties)('on $name', async ({ path, min, max, datatype }) => {
    const given = quads.filter(({ predicate }) => predicate.value === path).map(({ object }) => object)
    const [value, another = namedNode('https://pod.example/x')] = given
    if (!value) throw new Error(`The example of ${shape.name} has no ${path}`)
    const counted = await conforming(path, [[], [value], [value, value], [value, another]], wholly)
    expect(counted).toEqual([min === 0, true, true, max > 1])
    const variants = odd(value.value, datatype).map((it) => [it])
    // The rest of each node is the example's, which conforms.
    await conforming(path, variants, (...given) => faultyIn(shape.iri, ...given))
  })
})

type Judge = (path: string, nodes: readonly string[], quads: readonly Quad[]) => Promise<ReadonlySet<string>>

const wholly: Judge = async (_path, _nodes, quads) =>
  new Set((await validate(quads)).problems.map(({ focus }) => focus))

function subjectOf({ name }: ShapeModel): ReturnType<typeof example> & { record: (typeof RECORDS)[string] } {
  const file = name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
  const record = RECORDS[file]
  if (!record) throw new Error(`No functions for ${file}`)
  return { ...example(file), record }
}

function describeVariants(variants: Term[][], conform: boolean[]): string[] {
  return variants.map((values, at) => `${values.map(({ id }) => id).join(' ')}: ${conform[at]}`)
}
