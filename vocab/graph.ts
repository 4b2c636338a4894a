import { RDF } from './namespaces.ts'
import { inOneSpelling, oneSpelling } from './schema-org.ts'

/** A term of any RDF/JS library. */
export interface Term {
  readonly termType: string
  readonly value: string
  readonly language?: string
  readonly datatype?: { readonly value: string }
}

/** A quad of any RDF/JS library; its graph is not looked at. */
export interface Statement {
  readonly subject: Term
  readonly predicate: Term
  readonly object: Term
}

/** One subject of a graph, with what is said of it. */
export interface Node {
  readonly iri: string
  /** The distinct objects of a predicate, in document order; none is an empty array. */
  values(predicate: string): readonly Term[]
}

/**
 * A read-only index of quads by subject and by type: for documents that are read once, whole. schema.org is found under
 * `https`, however the document spells it.
 */
export class Graph {
  readonly #nodes = new Map<string, IndexedNode>()
  readonly #byType = new Map<string, Set<Node>>()

  constructor(quads: Iterable<Statement>) {
    for (const { subject, predicate, object: said } of quads) {
      const node = this.#at(subject.value)
      const object = inOneSpelling(said)
      node.add(oneSpelling(predicate.value), object)
      if (predicate.value !== TYPE) continue
      const ofType = this.#byType.get(object.value)
      if (ofType) ofType.add(node)
      else this.#byType.set(object.value, new Set([node]))
    }
  }

  /** The subject with this IRI; one that the graph says nothing of has no values. */
  node(iri: string): Node {
    return this.#nodes.get(iri) ?? new IndexedNode(iri)
  }

  /** The subjects with this `rdf:type`, in document order. */
  nodesOfType(typeIri: string): Node[] {
    return [...(this.#byType.get(typeIri) ?? [])]
  }

  /** Every subject, in document order. */
  iris(): IterableIterator<string> {
    return this.#nodes.keys()
  }

  #at(iri: string): IndexedNode {
    const known = this.#nodes.get(iri)
    if (known) return known
    const node = new IndexedNode(iri)
    this.#nodes.set(iri, node)
    return node
  }
}

const TYPE = `${RDF}type`
const NONE: readonly Term[] = []

class IndexedNode implements Node {
  readonly iri: string
  readonly #predicates: string[] = []
  readonly #objects: Term[][] = []

  constructor(iri: string) {
    this.iri = iri
  }

  add(predicate: string, object: Term): void {
    const at = this.#predicates.indexOf(predicate)
    if (at < 0) {
      this.#predicates.push(predicate)
      this.#objects.push([object])
    } else this.#objects[at]?.push(object)
  }

  values(predicate: string): readonly Term[] {
    const at = this.#predicates.indexOf(predicate)
    const objects = this.#objects[at] ?? NONE
    return objects.length < 2 ? objects : distinct(objects)
  }
}

function distinct(objects: readonly Term[]): Term[] {
  const seen = new Map<string, Term>()
  for (const term of objects) {
    const key =
      term.termType === 'NamedNode'
        ? `<${term.value}`
        : JSON.stringify([term.termType, term.value, term.language, term.datatype?.value])
    if (!seen.has(key)) seen.set(key, term)
  }
  return [...seen.values()]
}
