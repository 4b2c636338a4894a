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

/** Records that say, but for their key, what another says too. */
export function twinsIn({ documents }: ImportPlan): number {
  const contents = documents.flatMap(({ quads, runIri }) => {
    const said = new Map<string, string[]>()
    for (const { subject, predicate, object } of quads) {
      if (subject.value === runIri || predicate.value === tb.recordKey) continue
      said.set(subject.value, [...(said.get(subject.value) ?? []), `${predicate.value} ${object.value}`])
    }
    return [...said.values()].map((all) => all.sort().join('\n'))
  })
  return contents.length - new Set(contents).size
}
