import { tb } from '#vocab/generated/terms'
import { Graph, type Node } from '#vocab/graph'
import type { ImportPlan } from '../runner/plan.ts'

/** The records of a plan, its runs left out. */
export function recordsOf({ documents }: ImportPlan): Node[] {
  return documents.flatMap(({ quads, runIri }) => {
    const graph = new Graph(quads)
    return [...graph.iris()].filter((iri) => iri !== runIri).map((iri) => graph.node(iri))
  })
}

export function recordKeyOf(node: Node): string | undefined {
  return node.values(tb.recordKey)[0]?.value
}

/** Every triple of a plan, as text. */
export function statements({ documents }: ImportPlan): string[] {
  return documents.flatMap(({ quads }) =>
    quads.map(({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.value}`),
  )
}
