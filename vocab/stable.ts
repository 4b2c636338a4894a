import { createHash } from 'node:crypto'
import { VocabError } from './errors.ts'
import { Graph, type Node, type Statement, type Term } from './graph.ts'
import { DCT, RDFS, SH, VS } from './namespaces.ts'

/** By a stable shape's IRI, the digest of what it asks of a node. */
export type Digests = Readonly<Record<string, string>>

/**
 * The stable shapes of a graph, with their digests. Words for people, and what a shape was replaced by, do not count: they
 * may be put right.
 */
export function stableDigests(quads: readonly Statement[]): Digests {
  const graph = new Graph(quads)
  const predicates = new Set(quads.map(({ predicate }) => predicate.value))
  const counted = [...predicates].filter((it) => !WORDS.includes(it)).sort()
  const stable = graph.nodesOfType(`${SH}NodeShape`).filter(isStable)
  return Object.fromEntries(stable.map((it) => [it.iri, digest(said(graph, counted, it, 0))]))
}

/** What was changed that must not be, in sentences; none where all is well. `kept`: the digests as they were. */
export function brokenPromises(quads: readonly Statement[], kept: Digests): string[] {
  const now = stableDigests(quads)
  const changed = Object.entries(kept).flatMap(([iri, before]) =>
    now[iri] === before
      ? []
      : [`${iri} is stable and ${now[iri] ? 'was changed' : 'is gone'}: make a -v2 beside it`],
  )
  const unkept = Object.keys(now).filter((iri) => !(iri in kept))
  return [...changed, ...unkept.map((iri) => `${iri} is stable: keep its digest, ${now[iri]}`)]
}

const WORDS = [`${RDFS}label`, `${RDFS}comment`, `${SH}name`, `${SH}description`, `${DCT}isReplacedBy`]
const deepest = 300

const isStable = (node: Node): boolean =>
  node.values(`${VS}term_status`).some(({ value }) => value === 'stable')

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** Everything that is said of a node; of blank nodes what they say, as their labels say nothing. */
function said(graph: Graph, predicates: readonly string[], node: Node, depth: number): string {
  if (depth > deepest) throw new VocabError('bad-shape', 'Blank nodes lead in a circle')
  const lines = predicates.flatMap((predicate) =>
    node.values(predicate).map((object) => {
      const text =
        object.termType === 'BlankNode'
          ? `[ ${said(graph, predicates, graph.node(object.value), depth + 1)} ]`
          : termText(object)
      return `<${predicate}> ${text}`
    }),
  )
  return lines.sort().join(' ; ')
}

const termText = ({ termType, value, language = '', datatype }: Term): string =>
  JSON.stringify(termType === 'Literal' ? [value, language, datatype?.value] : [value])
