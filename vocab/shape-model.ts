import { VocabError } from './errors.ts'
import { Graph, type Node, type Statement, type Term } from './graph.ts'
import { RDF, RDFS, SH, SKOS, TB } from './namespaces.ts'

export interface Bilingual {
  readonly fr: string
  readonly en: string
}

/** One property of a SHACL shape, as the generator and the documentation need it. */
export interface PropertyModel {
  readonly path: string
  /** The field's name in code. */
  readonly name: string
  readonly label: Bilingual
  readonly min: number
  /** Infinity when there is no limit. */
  readonly max: number
  readonly datatype?: string
  readonly codeType?: string
  readonly iri: boolean
  readonly allowed: readonly Term[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  /** What a norm calls it, such as `BT-9` of EN 16931. */
  readonly notations: readonly string[]
}

/** One SHACL node shape. */
export interface ShapeModel {
  readonly iri: string
  /** The interface's name in code. */
  readonly name: string
  readonly label: Bilingual
  /** Every type that a node must have; the first is the shape's target. */
  readonly types: readonly string[]
  readonly properties: readonly PropertyModel[]
}

/** The shapes of a graph, in its order. Throws VocabError `bad-shape` for what the generator does not understand. */
export function readShapes(quads: readonly Statement[]): ShapeModel[] {
  refuseUnknown(quads)
  const graph = new Graph(quads)
  return graph.nodesOfType(`${SH}NodeShape`).map((node) => {
    const properties = node.values(`${SH}property`).map(({ value }) => graph.node(value))
    const types = properties.filter(isTypeProperty).map((property) => needed(property, `${SH}hasValue`))
    return {
      iri: node.iri,
      name: needed(node, `${SH}codeIdentifier`),
      label: bilingual(node, `${RDFS}label`),
      types: [needed(node, `${SH}targetClass`), ...types],
      properties: properties
        .filter((property) => !isTypeProperty(property))
        .map((it) => readProperty(graph, it)),
    }
  })
}

/** The French and the English text of a predicate; throws VocabError `bad-shape` when one is missing. */
export function bilingual(node: Node, predicate: string): Bilingual {
  const of = (language: string): string => {
    const found = node.values(predicate).find((term) => term.language === language)?.value
    if (!found) throw new VocabError('bad-shape', `${nameOf(node)} has no ${predicate} in ${language}`)
    return found
  }
  return { fr: of('fr'), en: of('en') }
}

const KNOWN = [
  ...[
    'targetClass',
    'codeIdentifier',
    'property',
    'path',
    'name',
    'minCount',
    'maxCount',
    'datatype',
    'nodeKind',
  ],
  ...['in', 'pattern', 'minLength', 'maxLength', 'hasValue'],
]

function readProperty(graph: Graph, node: Node): PropertyModel {
  const list = first(node, `${SH}in`)
  const datatype = first(node, `${SH}datatype`)
  const codeType = first(node, `${TB}codeType`)
  const pattern = first(node, `${SH}pattern`)
  const minLength = first(node, `${SH}minLength`)
  const maxLength = first(node, `${SH}maxLength`)
  return {
    path: needed(node, `${SH}path`),
    name: needed(node, `${SH}codeIdentifier`),
    label: bilingual(node, `${SH}name`),
    min: Number(first(node, `${SH}minCount`) ?? 0),
    max: Number(first(node, `${SH}maxCount`) ?? Infinity),
    iri: first(node, `${SH}nodeKind`) === `${SH}IRI`,
    notations: node.values(`${SKOS}notation`).map(({ value }) => value),
    allowed: list === undefined ? [] : listOf(graph, list),
    ...(datatype !== undefined && { datatype }),
    ...(codeType !== undefined && { codeType }),
    ...(pattern !== undefined && { pattern }),
    ...(minLength !== undefined && { minLength: Number(minLength) }),
    ...(maxLength !== undefined && { maxLength: Number(maxLength) }),
  }
}

function isTypeProperty(property: Node): boolean {
  return first(property, `${SH}path`) === `${RDF}type`
}

function listOf(graph: Graph, head: string): Term[] {
  const items: Term[] = []
  for (let at = head; at !== `${RDF}nil`; at = needed(graph.node(at), `${RDF}rest`)) {
    const [item] = graph.node(at).values(`${RDF}first`)
    if (item) items.push(item)
  }
  return items
}

/** A constraint that the readers would not check must not slip in: SHACL and they would disagree. */
function refuseUnknown(quads: readonly Statement[]): void {
  for (const { predicate } of quads) {
    if (predicate.value.startsWith(SH) && !KNOWN.includes(predicate.value.slice(SH.length))) {
      throw new VocabError('bad-shape', `The generator does not know ${predicate.value}`)
    }
  }
}

function first(node: Node, predicate: string): string | undefined {
  return node.values(predicate)[0]?.value
}

function needed(node: Node, predicate: string): string {
  const value = first(node, predicate)
  if (value === undefined) throw new VocabError('bad-shape', `${nameOf(node)} has no ${predicate}`)
  return value
}

/** A property shape is a blank node: what it is a shape of names it. */
function nameOf(node: Node): string {
  const path = first(node, `${SH}path`)
  return path === undefined ? node.iri : `The shape of ${path}`
}
