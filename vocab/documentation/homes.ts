import type { Graph } from '../graph.ts'
import { RDFS, TB } from '../namespaces.ts'
import type { ShapeModel } from '../shape-model.ts'

/**
 * Where each of our properties is explained: in the table of the class that it is said of, or of another of its own
 * module. A property whose module has no table for it is in none.
 */
export function homesOf(
  graph: Graph,
  shapes: readonly ShapeModel[],
  moduleOf: (iri: string) => string,
): ReadonlyMap<string, string> {
  const homes = new Map<string, string>()
  const paths = new Set(shapes.flatMap(({ properties }) => properties.map(({ path }) => path)))
  for (const path of paths) {
    if (!path.startsWith(TB) || graph.node(path).values(`${RDFS}label`).length === 0) continue
    const near = shapes.filter(
      ({ iri, properties }) => moduleOf(iri) === moduleOf(path) && properties.some((it) => it.path === path),
    )
    const domains = graph.node(path).values(`${RDFS}domain`)
    const own = near.find(({ types }) => domains.some(({ value }) => value === types[0])) ?? near[0]
    if (own) homes.set(path, own.iri)
  }
  return homes
}
