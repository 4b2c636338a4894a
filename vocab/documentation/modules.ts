import { categories } from '../categories.ts'
import { categoryTerms } from '../generated/category-terms.ts'
import type { Graph, Node } from '../graph.ts'
import { OWL, RDF, RDFS, TB } from '../namespaces.ts'
import type { Bilingual, ShapeModel } from '../shape-model.ts'
import { homesOf } from './homes.ts'
import { SHARED } from './shared-modules.ts'
import { wordsOf } from './term.ts'

/** A domain, or what all domains share: one section of the documentation. */
export interface Module {
  /** Its anchor: a category's is the name of its term. */
  readonly anchor: string
  readonly title: Bilingual
  readonly sentence: Bilingual
  /** The domain's folder in a pod; what is shared has none. */
  readonly folder?: string
  /** The category's term. */
  readonly category?: Node
  /** Classes of the category, which may be another module's. */
  readonly holds: readonly string[]
  readonly shapes: readonly ShapeModel[]
  /** Terms that stand in none of these shapes' tables. */
  readonly others: readonly Node[]
  readonly counts: { readonly classes: number; readonly properties: number; readonly values: number }
}

export interface Documented {
  readonly modules: readonly Module[]
  /** The shape in whose table each property is explained; other tables lead there. */
  readonly homes: ReadonlyMap<string, string>
}

/**
 * The sections, in reading order: each domain, then what all share. Each term is in one of them.
 *
 * @param files the file that defines each term and shape.
 */
export function modulesOf(
  graph: Graph,
  shapes: readonly ShapeModel[],
  files: ReadonlyMap<string, string>,
): Documented {
  const moduleOf = (iri: string): string => {
    const file = files.get(iri) ?? ''
    if (Object.hasOwn(categoryTerms, file)) return file
    return SHARED.find((it) => it.files.includes(file))?.anchor ?? SHARED[0].anchor
  }
  const homes = homesOf(graph, shapes, moduleOf)
  const explained = new Set([...homes.keys(), ...shapes.map(({ types: [target = ''] }) => target)])
  const shapeIris = new Set(shapes.map(({ iri }) => iri))
  const terms = [...graph.iris()]
    .filter((iri) => iri.startsWith(TB) && !shapeIris.has(iri) && !HEADINGS.has(iri))
    .map((iri) => graph.node(iri))
  const content = (id: string, holds: readonly string[]) => {
    const own = terms.filter(({ iri }) => moduleOf(iri) === id)
    const ownShapes = shapes.filter(({ iri }) => moduleOf(iri) === id)
    const classes = new Set([
      ...holds,
      ...ownShapes.map(({ types: [target = ''] }) => target),
      ...own.filter(isClass).map(({ iri }) => iri),
    ])
    const properties = own.filter(isProperty).length
    return {
      holds,
      shapes: ownShapes,
      others: own.filter(({ iri }) => !explained.has(iri)),
      counts: {
        classes: classes.size,
        properties,
        values: own.filter((it) => !isClass(it) && !isProperty(it)).length,
      },
    }
  }
  return {
    homes,
    modules: [
      ...categories.map(({ id }) => {
        const { iri = '', classes = [] } = categoryTerms[id] ?? {}
        const category = graph.node(iri)
        const { label, meaning } = wordsOf(category)
        return {
          anchor: iri.slice(TB.length),
          title: label,
          sentence: meaning,
          folder: id,
          category,
          ...content(id, classes),
        }
      }),
      ...SHARED.map(({ anchor, title, sentence }) => ({ anchor, title, sentence, ...content(anchor, []) })),
    ],
  }
}

/** The categories head their own sections, and the scheme of them the index. */
const HEADINGS = new Set([`${TB}categories`, ...Object.values(categoryTerms).map(({ iri }) => iri)])

const isOf = (node: Node, types: readonly string[]): boolean =>
  node.values(`${RDF}type`).some(({ value }) => types.includes(value))

const isClass = (node: Node): boolean => isOf(node, [`${OWL}Class`, `${RDFS}Class`])

const isProperty = (node: Node): boolean =>
  isOf(node, [`${OWL}DatatypeProperty`, `${OWL}ObjectProperty`, `${OWL}AnnotationProperty`, `${RDF}Property`])
