import type { Graph } from '../graph.ts'
import { OWL, RDFS, TB } from '../namespaces.ts'
import { type Bilingual, bilingual, type ShapeModel } from '../shape-model.ts'
import { HEADER, iriSource, quoted } from './literals.ts'

const kinds = ['Class', 'DatatypeProperty', 'ObjectProperty'].map((name) => OWL + name)

/** What our terms are called, and what the shapes of a category's classes call their properties: for whoever shows any node. */
export function emitLabels(ontology: Graph, shapes: readonly ShapeModel[]): string {
  const held = new Set(
    ontology
      .nodesOfType(`${TB}Category`)
      .flatMap((it) => it.values(`${TB}holdsClass`).map(({ value }) => value)),
  )
  const shown = shapes.filter(({ types }) => held.has(types[0] ?? ''))
  const terms = new Map<string, Bilingual>()
  for (const kind of kinds)
    for (const node of ontology.nodesOfType(kind)) terms.set(node.iri, bilingual(node, `${RDFS}label`))
  const money = new Set(
    shown.flatMap(({ properties }) =>
      properties.flatMap(({ path, codeType }) => (codeType === 'cents' ? path : [])),
    ),
  )
  const body = `/** A term’s name, by its IRI. */
export const termLabels: Readonly<Record<string, Label>> = {
${[...terms]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(entry('  '))
  .join('\n')}
}

/** What the properties of a class are called, by its IRI and theirs. */
export const fieldLabels: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
${shown.map(emitFields).join('\n')}
}

/** Properties whose decimals are amounts of money, in the node’s currency. */
export const moneyPaths: ReadonlySet<string> = new Set([
${[...money]
  .sort()
  .map((path) => `  ${iriSource(path)},`)
  .join('\n')}
])
`
  const names = ['ACL', 'DCT', 'DPV', 'PROV', 'QUDT', 'SCHEMA', 'SOSA', 'TB', 'UNIT', 'XSD'].filter((it) =>
    body.includes(`\${${it}}`),
  )
  return `${HEADER}
import { ${names.join(', ')} } from '../namespaces.ts'

interface Label {
  readonly fr: string
  readonly en: string
}

${body}`
}

const emitFields = ({ types, properties }: ShapeModel): string => `  [${iriSource(types[0] ?? '')}]: {
${properties.map(({ path, label }) => entry('    ')([path, label])).join('\n')}
  },`

const entry =
  (indent: string) =>
  ([iri, { fr, en }]: readonly [string, Bilingual]): string =>
    `${indent}[${iriSource(iri)}]: { fr: ${quoted(fr)}, en: ${quoted(en)} },`
