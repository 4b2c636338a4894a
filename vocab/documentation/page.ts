import { frenchSpaces } from '../french-spaces.ts'
import { Graph, type Statement } from '../graph.ts'
import { html } from '../html.ts'
import { DCT, OWL, SKOS, TB } from '../namespaces.ts'
import { PAGE_MARK } from '../page-style.ts'
import { bilingual, readShapes } from '../shape-model.ts'
import { definedIn, ontologyQuads, shapeQuads } from '../sources.ts'
import { contents } from './contents.ts'
import { type Language, languages } from './language.ts'
import { moduleSection } from './module-section.ts'
import { modulesOf } from './modules.ts'
import { SEARCH_SCRIPT, searchBox } from './search.ts'
import { STYLE } from './style.ts'
import { words } from './words.ts'

/**
 * The vocabulary as one page in a language: an index, then a section a module. Each term's anchor is its name, so that
 * its IRI leads there, with or without a script.
 */
export function renderDocumentation(
  language: Language,
  ontology: readonly Statement[] = ontologyQuads(),
  shapes: readonly Statement[] = shapeQuads(),
): string {
  const graph = new Graph(ontology.map(spaced))
  const [about] = graph.nodesOfType(`${OWL}Ontology`)
  const [scheme] = graph.nodesOfType(`${SKOS}ConceptScheme`)
  const models = readShapes(shapes.map(spaced))
  const { modules, homes } = modulesOf(graph, models, definedIn())
  const other = language === 'fr' ? 'en' : 'fr'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title[language]}</title>
${about && html`<meta name="description" content="${bilingual(about, `${DCT}description`)[language]}">`}
${languages.map((it) => html`<link rel="alternate" hreflang="${it}" href="/vocab/ns?lang=${it}">\n`)}<link rel="alternate" hreflang="x-default" href="/vocab/ns">
<link rel="alternate" type="text/turtle" href="/vocab/ns.ttl">
<link rel="alternate" type="application/ld+json" href="/vocab/ns.jsonld">
<style>${STYLE}</style>
</head>
<body>
<header class="top">${PAGE_MARK}<a href="/vocab/ns?lang=${other}" hreflang="${other}" lang="${other}">${words.other[language]}</a></header>
<nav class="bar" aria-label="${words.bar[language]}"><a href="#contents">${words.contents[language]}</a>${searchBox(language)}</nav>
<main>
<h1>${words.title[language]}</h1>
<header class="intro">
${about && html`<p>${bilingual(about, `${DCT}title`)[language]}. ${bilingual(about, `${DCT}description`)[language]}</p>`}
<p>${words.landing[language]}</p>
<pre><code>@prefix tb: &lt;${TB}&gt; .</code></pre>
<p>${words.forPrograms[language]} <a href="/vocab/ns.ttl">Turtle</a>, <a href="/vocab/ns.jsonld">JSON-LD</a>, <a href="/vocab/context.jsonld">${words.context[language]}</a>.</p>
</header>
<a id="all"></a>
${contents(scheme, modules, language)}${modules.map((it) => moduleSection(it, graph, models, homes, language))}</main>
<script>${SEARCH_SCRIPT}</script>
</body>
</html>
`.text
}

/** The same, with the spaces that French has where the files have plain ones. */
function spaced(statement: Statement): Statement {
  const { object } = statement
  if (object.language !== 'fr') return statement
  const { subject, predicate } = statement
  return {
    subject,
    predicate,
    object: { termType: 'Literal', value: frenchSpaces(object.value), language: 'fr' },
  }
}
