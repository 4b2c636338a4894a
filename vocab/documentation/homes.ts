import type { Graph } from '../graph.ts'
import { RDFS, TB } from '../namespaces.ts'
import type { ShapeModel } from '../shape-model.ts'

/**
 * Where each of our properties is explained: in the table of the class that it is said of, or of one of its own module,
 * rather where it goes by its own name. A property whose module has no table for it is in none.
 */
export function homesOf(
  graph: Graph,
  shapes: readonly ShapeModel[],
  moduleOf: (iri: string) => string,
): ReadonlyMap<string, string> {
  const homes = new Map<string, string>()
  const paths = new Set(shapes.flatMap(({ properties }) => properties.map(({ path }) => path)))
  for (const path of paths) {
    const node = graph.node(path)
    const labels = node.values(`${RDFS}label`).map(({ value }) => value)
    if (!path.startsWith(TB) || labels.length === 0) continue
    const domains = node.values(`${RDFS}domain`).map(({ value }) => value)
    const near = shapes
      .filter(({ iri }) => moduleOf(iri) === moduleOf(path))
      .flatMap(({ iri, types: [target = ''], properties }) => {
        const used = properties.find((it) => it.path === path)
        return used ? [{ iri, target, label: used.label }] : []
      })
    const home =
      near.find(({ target }) => domains.includes(target)) ??
      near.find(({ label }) => labels.some((it) => label.fr.startsWith(it))) ??
      near[0]
    if (home) homes.set(path, home.iri)
  }
  return homes
}
