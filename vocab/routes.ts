import { tb } from './generated/terms.ts'
import type { Graph } from './graph.ts'
import { PROV } from './namespaces.ts'

/**
 * The layouts by which each node came, by its IRI: those of the import runs of its own document that state it. A node
 * that no run states, or only runs without a layout, is not in it.
 */
export function routesOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const routes = new Map<string, readonly string[]>()
  for (const run of graph.nodesOfType(tb.ImportRun)) {
    const layouts = run.values(tb.layout).map(({ value }) => value)
    if (layouts.length === 0) continue
    for (const { value: iri } of run.values(`${PROV}generated`)) {
      if (documentOf(iri) !== documentOf(run.iri)) continue
      const known = routes.get(iri)
      // One array for all the nodes of a run: there are thousands of them.
      if (known === undefined) routes.set(iri, layouts)
      else if (!layouts.every((it) => known.includes(it)))
        routes.set(iri, [...new Set([...known, ...layouts])])
    }
  }
  return routes
}

function documentOf(iri: string): string {
  const at = iri.indexOf('#')
  return at < 0 ? iri : iri.slice(0, at)
}
