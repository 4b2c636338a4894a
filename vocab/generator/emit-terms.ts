import type { Graph } from '../graph.ts'
import { TB } from '../namespaces.ts'
import type { ShapeModel } from '../shape-model.ts'
import { HEADER } from './literals.ts'

/** The IRI of each term that the ontology defines, and of each shape: one export each, so that an app carries those it names alone. */
export function emitTerms(ontology: Graph, shapes: readonly ShapeModel[]): string {
  const names = [...ontology.iris(), ...shapes.map(({ iri }) => iri)]
    .filter((iri) => iri.startsWith(TB))
    .map((iri) => iri.slice(TB.length))
  const lines = names.sort().map((name) => `export const ${keyOf(name)} = '${TB}${name}'`)
  return `${HEADER}\n${lines.join('\n')}\n`
}

/** `tb.BankOperation`, of the file of terms. */
export function emitTermsByPrefix(file: string): string {
  return `${HEADER}\n/** Our own terms. */\nexport * as tb from './${file}'\n`
}

/** A second version has a hyphen in its name, which none in code has: `Meter_v2`. */
const keyOf = (name: string): string => name.replaceAll('-', '_')
