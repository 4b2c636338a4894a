import type { Node } from '../graph.ts'
import { type Html, html } from '../html.ts'
import { RDF, RDFS, SKOS, TB } from '../namespaces.ts'
import { type Bilingual, bilingual } from '../shape-model.ts'
import type { Language } from './language.ts'
import { codes, iriLink, iriLinks } from './links.ts'
import { words } from './words.ts'

const LINKS = [
  { fr: 'Sous-classe de', en: 'Subclass of', predicate: `${RDFS}subClassOf` },
  { fr: 'Se dit de', en: 'Said of', predicate: `${RDFS}domain` },
  { fr: 'Valeur', en: 'Value', predicate: `${RDFS}range` },
  { fr: 'Comprise dans', en: 'Part of', predicate: `${SKOS}broadMatch` },
  { fr: 'Proche de', en: 'Close to', predicate: `${SKOS}closeMatch` },
  { fr: 'En rapport avec', en: 'Related to', predicate: `${SKOS}relatedMatch` },
  { fr: 'Voir aussi', en: 'See also', predicate: `${RDFS}seeAlso` },
]

/** What a term is called and what it means; a concept says so in SKOS's words. */
export function wordsOf(node: Node): { readonly label: Bilingual; readonly meaning: Bilingual } {
  const isConcept = node.values(`${RDF}type`).some(({ value }) => value.startsWith(SKOS))
  return {
    label: bilingual(node, isConcept ? `${SKOS}prefLabel` : `${RDFS}label`),
    meaning: bilingual(node, isConcept ? `${SKOS}definition` : `${RDFS}comment`),
  }
}

/** What the search box looks for, beside what stands there: the labels that do not, in both languages. */
export function found(shown: string, ...labels: readonly Bilingual[]): string {
  return [...new Set(labels.flatMap(({ fr, en }) => [fr, en]))].filter((it) => it !== shown).join(' ')
}

/** A term's links to others and its names in norms, one a line; those that stand beside it already are left out. */
export function relations(node: Node, language: Language, told: readonly string[] = []): Html[] {
  const notations = node
    .values(`${SKOS}notation`)
    .map(({ value }) => value)
    .filter((it) => !told.includes(it))
  return [
    ...(notations.length > 0 ? [relation(words.notation[language], codes(notations))] : []),
    ...LINKS.flatMap(({ predicate, [language]: label }) => {
      const iris = node.values(predicate).map(({ value }) => value)
      const left = iris.filter((iri) => !told.includes(iri))
      return left.length > 0 ? [relation(label, iriLinks(left))] : []
    }),
  ]
}

export function relation(label: string, values: Html | readonly Html[]): Html {
  return html`<div><dt>${label}</dt> <dd>${values}</dd></div>\n`
}

/** A term that stands in no table of its module, with the shapes that use it. */
export function otherTerm(node: Node, users: readonly string[], language: Language): Html {
  const { label, meaning } = wordsOf(node)
  const lines = relations(node, language)
  if (users.length > 0) lines.push(relation(words.usedIn[language], iriLinks(users)))
  return html`<div class="other" id="${node.iri.slice(TB.length)}" data-find="${found(label[language], label)}">
<h4>${iriLink(node.iri)} <span class="name">${label[language]}</span></h4>
<p>${meaning[language]}</p>
${lines.length > 0 && html`<dl>${lines}</dl>\n`}</div>
`
}
