import { shapeSection } from './documentation-shapes.ts'
import { inline, iriLinks, nameOf, notationsOf, paragraphs, STYLE } from './documentation-style.ts'
import { Graph, type Node, type Statement } from './graph.ts'
import { type Html, html, type Part } from './html.ts'
import { DCT, OWL, RDF, RDFS, SKOS, TB } from './namespaces.ts'
import { PAGE_MARK } from './page-style.ts'
import { bilingual, readShapes } from './shape-model.ts'
import { ontologyQuads, shapeQuads } from './sources.ts'

/** The vocabulary as one page in French and English; each term's anchor is its name, so that its IRI leads there. */
export function renderDocumentation(
  ontology: readonly Statement[] = ontologyQuads(),
  shapes: readonly Statement[] = shapeQuads(),
): string {
  const graph = new Graph(ontology)
  const [about] = graph.nodesOfType(`${OWL}Ontology`)
  const sections = SECTIONS.map((section) => ({ ...section, terms: termsOf(graph, section.types) }))
  const models = readShapes(shapes)
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vocabulaire Traboule · Traboule vocabulary</title>
${STYLE}
</head>
<body>
<a class="skip" href="#main">Aller au contenu · <span lang="en">Skip to content</span></a>
<header>
${PAGE_MARK}
<h1>Vocabulaire Traboule<br><span lang="en">Traboule vocabulary</span></h1>
${about && [paragraphs(bilingual(about, `${DCT}title`)), paragraphs(bilingual(about, `${DCT}description`))]}
<p><code>${TB}</code></p>
</header>
<nav aria-label="Sommaire · Contents"><ul>
${sections.map((it) => html`<li><a href="#${it.id}">${inline(it)}</a></li>\n`)}
<li><a href="#shapes">Formes · <span lang="en">Shapes</span></a></li>
</ul></nav>
<main id="main">
${sections.map(
  (it) => html`<section aria-labelledby="${it.id}">
<h2 id="${it.id}">${inline(it)}</h2>
${it.terms.map(termArticle)}</section>\n`,
)}
<section aria-labelledby="shapes">
<h2 id="shapes">Formes · <span lang="en">Shapes</span></h2>
${models.map(shapeSection)}</section>
</main>
</body>
</html>
`.text
}

const SECTIONS = [
  {
    id: 'data-categories',
    fr: 'Catégories',
    en: 'Categories',
    types: [`${TB}Category`, `${SKOS}ConceptScheme`],
  },
  { id: 'classes', fr: 'Classes', en: 'Classes', types: [`${OWL}Class`] },
  {
    id: 'properties',
    fr: 'Propriétés',
    en: 'Properties',
    types: [`${OWL}DatatypeProperty`, `${OWL}ObjectProperty`, `${OWL}AnnotationProperty`, `${RDF}Property`],
  },
  { id: 'individuals', fr: 'Valeurs', en: 'Values', types: [`${OWL}NamedIndividual`] },
  {
    id: 'observed',
    fr: 'Grandeurs',
    en: 'Observed properties',
    types: ['http://www.w3.org/ns/sosa/ObservableProperty'],
  },
]

const LINKS = [
  { fr: 'Sous-classe de', en: 'Subclass of', predicate: `${RDFS}subClassOf` },
  { fr: 'Se dit de', en: 'Said of', predicate: `${RDFS}domain` },
  { fr: 'Valeur', en: 'Value', predicate: `${RDFS}range` },
  { fr: 'Contient', en: 'Holds', predicate: `${TB}holdsClass` },
  { fr: 'Comprise dans', en: 'Part of', predicate: `${SKOS}broadMatch` },
  { fr: 'Proche de', en: 'Close to', predicate: `${SKOS}closeMatch` },
  { fr: 'En rapport avec', en: 'Related to', predicate: `${SKOS}relatedMatch` },
  { fr: 'Voir aussi', en: 'See also', predicate: `${RDFS}seeAlso` },
]

function termsOf(graph: Graph, types: readonly string[]): Node[] {
  const nodes = types.flatMap((type) => graph.nodesOfType(type)).filter(({ iri }) => iri.startsWith(TB))
  return [...new Set(nodes)].sort((a, b) => (a.iri < b.iri ? -1 : 1))
}

function termArticle(node: Node): Html {
  const name = node.iri.slice(TB.length)
  const concept = node.values(`${RDF}type`).some(({ value }) => value.startsWith(SKOS))
  const label = bilingual(node, concept ? `${SKOS}prefLabel` : `${RDFS}label`)
  const links: Part = LINKS.map(({ predicate, ...label }) => {
    const iris = node.values(predicate).map(({ value }) => value)
    return iris.length > 0 && html`<dt>${inline(label)}</dt><dd>${iriLinks(iris)}</dd>\n`
  })
  const notations = notationsOf(node.values(`${SKOS}notation`).map(({ value }) => value))
  return html`<article id="${name}">
<h3><a href="#${name}"><code>tb:${name}</code></a></h3>
${nameOf(label)}
${paragraphs(bilingual(node, concept ? `${SKOS}definition` : `${RDFS}comment`))}
<dl>
${notations && html`<dt>${inline({ fr: 'Notation', en: 'Notation' })}</dt>${notations}`}${links}</dl>
</article>
`
}
