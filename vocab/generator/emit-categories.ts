import type { Graph, Node } from '../graph.ts'
import { SKOS, TB } from '../namespaces.ts'
import { bilingual, type ShapeModel } from '../shape-model.ts'
import { HEADER, quoted } from './literals.ts'

/** `export const allCategories`: the categories of data, in the ontology's order. */
export function emitCategories(ontology: Graph): string {
  const entries = ontology.nodesOfType(`${TB}Category`).map(emitCategory)
  return `${HEADER}
/** The categories of data, in the order in which the citizen reads them. */
export const allCategories = [
${entries.join('\n')}
] as const
`
}

/** `export const categoryTerms`: what the categories are to a machine. No screen needs it, so none loads it. */
export function emitCategoryTerms(ontology: Graph, shapes: readonly ShapeModel[]): string {
  const entries = ontology.nodesOfType(`${TB}Category`).map((node) => emitTerms(node, shapes))
  return `${HEADER}
/** By category: its IRI, the classes of its nodes, and the shapes that these have to conform to. */
export const categoryTerms: Readonly<Record<string, { readonly iri: string; readonly classes: readonly string[]; readonly shapes: readonly string[] }>> = {
${entries.join('\n')}
}
`
}

function emitTerms(node: Node, shapes: readonly ShapeModel[]): string {
  const held = node.values(`${TB}holdsClass`).map(({ value }) => value)
  const asked = shapes.filter(({ types }) => held.includes(types[0] ?? ''))
  return `  ${idOf(node)}: {
    iri: ${quoted(node.iri)},
    classes: [${held.map(quoted).join(', ')}],
    shapes: [${asked.map(({ iri }) => quoted(iri)).join(', ')}],
  },`
}

const idOf = (node: Node): string => node.values(`${SKOS}notation`)[0]?.value ?? ''

function emitCategory(node: Node): string {
  const label = bilingual(node, `${SKOS}prefLabel`)
  const description = bilingual(node, `${SKOS}definition`)
  const [icon] = node.values(`${TB}icon`)
  const [byName] = node.values(`${TB}byNameOnly`)
  return `  {
    id: ${quoted(idOf(node))},
    label: { fr: ${quoted(label.fr)}, en: ${quoted(label.en)} },
    description: {
      fr: ${quoted(description.fr)},
      en: ${quoted(description.en)},
    },
    icon: ${quoted(icon?.value ?? '')},
    byNameOnly: ${byName?.value === 'true'},
  },`
}
