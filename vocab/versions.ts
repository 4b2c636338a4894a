import { tb } from './generated/terms.ts'
import type { Graph, Node } from './graph.ts'
import { PROV } from './namespaces.ts'

export interface Versions {
  /** One node a record; what was stated last comes first. */
  readonly current: Node[]
  /** What was said before, or contradicts: still to be shown. */
  readonly superseded: Node[]
  /** When each node was last stated by a run of its own document, in milliseconds, by IRI. */
  readonly statedAt: ReadonlyMap<string, number>
}

/**
 * The nodes of a type, each record's latest version apart. A record is a `tb:recordKey` within one document; its latest
 * version is the one that the document's latest import run states. Runs of another document do not count.
 */
export function latestVersions(graph: Graph, typeIri: string): Versions {
  const statedAt = lastStatements(graph)
  const rank = (node: Node): number => statedAt.get(node.iri) ?? Number.NEGATIVE_INFINITY
  const records = new Map<string, Node>()
  const superseded: Node[] = []
  for (const node of graph.nodesOfType(typeIri)) {
    const key = recordOf(node)
    const other = records.get(key)
    const wins = !other || rank(node) > rank(other) || (rank(node) === rank(other) && node.iri > other.iri)
    if (wins) records.set(key, node)
    const loser = wins ? other : node
    if (loser) superseded.push(loser)
  }
  const lastFirst = (one: Node, other: Node): number =>
    rank(one) === rank(other) ? 0 : rank(one) > rank(other) ? -1 : 1
  return { current: [...records.values()].sort(lastFirst), superseded, statedAt }
}

/** Of each graph, which is asked for one type after the other. */
const stated = new WeakMap<Graph, ReadonlyMap<string, number>>()

/** When each node was last stated by a run of its own document, in milliseconds. */
function lastStatements(graph: Graph): ReadonlyMap<string, number> {
  const known = stated.get(graph)
  if (known) return known
  const statedAt = new Map<string, number>()
  stated.set(graph, statedAt)
  for (const run of graph.nodesOfType(tb.ImportRun)) {
    const ended = Math.max(...run.values(`${PROV}endedAtTime`).map(({ value }) => Date.parse(value)))
    if (!Number.isFinite(ended)) continue
    for (const { value } of run.values(`${PROV}generated`)) {
      if (
        documentOf(value) === documentOf(run.iri) &&
        ended > (statedAt.get(value) ?? Number.NEGATIVE_INFINITY)
      ) {
        statedAt.set(value, ended)
      }
    }
  }
  return statedAt
}

function recordOf(node: Node): string {
  const [key] = node.values(tb.recordKey)
  return key ? `${documentOf(node.iri)}\n${key.value}` : node.iri
}

function documentOf(iri: string): string {
  const at = iri.indexOf('#')
  return at < 0 ? iri : iri.slice(0, at)
}
