import type { Graph } from '../graph.ts'
import { type Html, html } from '../html.ts'
import { TB, XSD } from '../namespaces.ts'
import type { Bilingual, PropertyModel, ShapeModel } from '../shape-model.ts'
import type { Language } from './language.ts'
import { codes, iriLink, iriLinks } from './links.ts'
import { patternText } from './pattern.ts'
import { found, relations, wordsOf } from './term.ts'
import { counts, words } from './words.ts'

/**
 * A shape's properties: how often each stands there, what its values may be, and what it means. Roles are said, since
 * the rows are stacked on a phone, and some browsers then forget that this is a table.
 *
 * @param homes the shape in which each property is explained: elsewhere a row leads there.
 */
export function shapeTable(
  shape: ShapeModel,
  graph: Graph,
  homes: ReadonlyMap<string, string>,
  language: Language,
): Html {
  const head = [words.property, words.count, words.value, words.meaning]
  const name = shape.iri.slice(TB.length)
  return html`<p class="shape">${words.shape[language]} ${iriLink(shape.iri)}</p>
<table role="table" id="${name}" aria-label="${words.shape[language]} ${name}">
<thead role="rowgroup"><tr role="row">${head.map((it) => html`<th role="columnheader" scope="col">${it[language]}</th>`)}</tr></thead>
<tbody role="rowgroup">
${shape.properties.map((property) => {
  const isHome = homes.get(property.path) === shape.iri
  return isHome ? homeRow(property, shape, graph, language) : row(property, language)
})}</tbody>
</table>
`
}

function row(property: PropertyModel, language: Language): Html {
  const { label } = property
  // One of ours is found where it is explained.
  const find = !property.path.startsWith(TB) && html` data-find="${found(label[language], label)}"`
  return html`<tr role="row"${find}>${cells(property, language)}<td role="cell"><b>${label[language]}</b>${notations(property)}</td></tr>\n`
}

/** The row that a property's IRI leads to, with all that the vocabulary says of it. */
function homeRow(property: PropertyModel, { types }: ShapeModel, graph: Graph, language: Language): Html {
  const { path, label, datatype } = property
  const node = graph.node(path)
  const own = wordsOf(node)
  const more = relations(node, language, [types[0] ?? '', datatype ?? `${XSD}string`])
  return html`<tr role="row" id="${path.slice(TB.length)}" data-find="${found(label[language], label, own.label)}">${cells(property, language)}<td role="cell"><b>${label[language]}</b>${notations(property)} <span class="more">${own.meaning[language]}</span>${more.length > 0 && html`<dl>${more}</dl>`}</td></tr>\n`
}

function cells(property: PropertyModel, language: Language): Html {
  return html`<th role="rowheader" scope="row">${iriLink(property.path)}</th><td role="cell">${count(property)[language]}</td><td role="cell">${values(property, language)}</td>`
}

/** What a norm calls the field. */
const notations = ({ notations }: PropertyModel): Html | false =>
  notations.length > 0 && html` (${codes(notations)})`

function count({ min, max }: PropertyModel): Bilingual {
  if (max === 1) return min > 0 ? counts.one : counts.atMostOne
  return min > 0 ? counts.some : counts.any
}

function values(property: PropertyModel, language: Language): Html {
  const { allowed, datatype, iri, pattern, minLength, maxLength } = property
  if (allowed.length > 0)
    return html`${allowed.map((it, at) => html`${at > 0 && ', '}${it.termType === 'NamedNode' ? iriLink(it.value) : html`<code>${it.value}</code>`}`)}`
  if (iri) return html`IRI`
  const lengths = maxLength !== undefined && html` (${minLength ?? 0}–${maxLength})`
  return html`${iriLinks([datatype ?? ''])}${lengths}${pattern && html` <code class="pattern">${patternText(pattern, language)}</code>`}`
}
