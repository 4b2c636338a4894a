import { type Html, html } from './html.ts'
import { TB } from './namespaces.ts'
import { compact } from './prefixes.ts'
import type { Bilingual } from './shape-model.ts'

/** A text in both languages, each a paragraph marked as such. */
export function paragraphs(text: Bilingual): Html {
  return html`<p>${text.fr}</p>\n<p lang="en">${text.en}</p>`
}

/** A term's name in both languages. */
export function nameOf(text: Bilingual): Html {
  return html`<p class="name">${text.fr}<br><span lang="en">${text.en}</span></p>`
}

/** Both languages on one line. */
export function inline(text: Bilingual): Html {
  return html`${text.fr} · <span lang="en">${text.en}</span>`
}

/** IRIs one after the other: our own lead to their anchor, those of the web to their page. */
export function iriLinks(iris: readonly string[]): Html[] {
  return iris.map((iri, at) => html`${at > 0 && ', '}${iriLink(iri)}`)
}

function iriLink(iri: string): Html {
  const name = html`<code>${compact(iri)}</code>`
  if (iri.startsWith(TB)) return html`<a href="#${iri.slice(TB.length)}">${name}</a>`
  return /^https?:/.test(iri) ? html`<a href="${iri}">${name}</a>` : name
}

export const STYLE = html`<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 3rem; } h3 { margin: 2rem 0 0; }
code { font-size: .9em; overflow-wrap: anywhere; }
.name { font-weight: 600; margin: .25rem 0; }
[lang=en] { font-style: italic; }
dl { margin: .5rem 0; } dt { font-size: .9em; font-weight: 600; } dd { margin: 0 0 .5rem 1rem; }
nav li, main li { padding: .25rem 0; }
:target { outline: 3px solid; outline-offset: .5rem; }
.skip { position: absolute; left: -100vw; } .skip:focus { position: static; }
</style>`
