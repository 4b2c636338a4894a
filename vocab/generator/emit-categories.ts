import type { Graph, Node } from '../graph.ts'
import { SKOS, TB } from '../namespaces.ts'
import { bilingual } from '../shape-model.ts'
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

function emitCategory(node: Node): string {
  const label = bilingual(node, `${SKOS}prefLabel`)
  const description = bilingual(node, `${SKOS}definition`)
  const classes = node.values(`${TB}holdsClass`).map(({ value }) => quoted(value))
  const [id] = node.values(`${SKOS}notation`)
  const [byName] = node.values(`${TB}byNameOnly`)
  return `  {
    id: ${quoted(id?.value ?? '')},
    iri: ${quoted(node.iri)},
    label: { fr: ${quoted(label.fr)}, en: ${quoted(label.en)} },
    description: {
      fr: ${quoted(description.fr)},
      en: ${quoted(description.en)},
    },
    classes: [${classes.join(', ')}],
    byNameOnly: ${byName?.value === 'true'},
  },`
}
