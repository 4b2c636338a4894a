import type { Graph } from '../graph.ts'
import { TB } from '../namespaces.ts'
import type { ShapeModel } from '../shape-model.ts'
import { HEADER } from './literals.ts'

/** `export const tb`: the IRI of each term that the ontology defines, and of each shape. */
export function emitTerms(ontology: Graph, shapes: readonly ShapeModel[]): string {
  const names = [...ontology.iris(), ...shapes.map(({ iri }) => iri)]
    .filter((iri) => iri.startsWith(TB))
    .map((iri) => iri.slice(TB.length))
  const lines = names.sort().map((name) => `  ${keyOf(name)}: '${TB}${name}',`)
  return `${HEADER}\n/** Our own terms. */\nexport const tb = {\n${lines.join('\n')}\n} as const\n`
}

/** A second version has a hyphen in its name, which none in code has: `Meter_v2`. */
const keyOf = (name: string): string => name.replaceAll('-', '_')
