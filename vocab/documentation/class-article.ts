import type { Graph } from '../graph.ts'
import { type Html, html } from '../html.ts'
import { RDFS, TB } from '../namespaces.ts'
import type { ShapeModel } from '../shape-model.ts'
import { readTurtle } from '../sources.ts'
import type { Language } from './language.ts'
import { iriLink, iriLinks } from './links.ts'
import { shapeTable } from './shape-table.ts'
import { found, relation, relations, wordsOf } from './term.ts'
import { words } from './words.ts'

/** A class as its shape says it: what it is, what its nodes hold, and a node of it. */
export function classArticle(
  shape: ShapeModel,
  graph: Graph,
  homes: ReadonlyMap<string, string>,
  language: Language,
): Html {
  const { types } = shape
  const [target = '', ...more] = types
  const node = graph.node(target)
  // A class of another vocabulary is explained there.
  const own = node.values(`${RDFS}label`).length > 0 ? wordsOf(node) : undefined
  const label = own?.label ?? shape.label
  const lines = [
    ...(more.length > 0 ? [relation(words.types[language], iriLinks(types))] : []),
    ...relations(node, language, more),
  ]
  return html`<article${own && html` id="${target.slice(TB.length)}"`} data-find="${found(label[language], label, shape.label)} ${shape.iri.slice(TB.length)}">
<h3>${iriLink(target)} <span class="name">${label[language]}</span></h3>
${own && html`<p>${own.meaning[language]}</p>\n`}${lines.length > 0 && html`<dl>${lines}</dl>\n`}${shapeTable(shape, graph, homes, language)}<details><summary>${words.example[language]}</summary>
<pre><code>${readTurtle(`examples/${exampleName(shape)}.ttl`).trim()}</code></pre></details>
</article>
`
}

/** The file of a shape's example: `bank-operation`. */
const exampleName = ({ name }: ShapeModel): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
