import { type Html, html } from './html.ts'
import { MESINFOS, TB } from './namespaces.ts'
import { PAGE_STYLE } from './page-style.ts'
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
  const short = iri.startsWith(MESINFOS) ? `mesinfos:${iri.slice(MESINFOS.length)}` : compact(iri)
  const name = html`<code>${short}</code>`
  if (iri.startsWith(TB)) return html`<a href="#${iri.slice(TB.length)}">${name}</a>`
  return /^https?:/.test(iri) ? html`<a href="${iri}">${name}</a>` : name
}

/** What norms and folders call a thing, if they do. */
export function notationsOf(notations: readonly string[]): Html | false {
  return (
    notations.length > 0 &&
    html`<dd>${notations.map((it, at) => html`${at > 0 && ', '}<code>${it}</code>`)}</dd>\n`
  )
}

export const STYLE = html`<style>
${PAGE_STYLE}
h1 { font-size: 2rem; } h2 { margin-top: 3rem; } h3 { margin: 0; font-family: inherit; }
code { font-size: .9em; }
article { margin-block: 1rem; padding: 1rem; background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; }
.name { font-weight: 600; margin: .25rem 0; }
dl { margin: .5rem 0 0; } dt { font-size: .9em; color: var(--muted); } dd { margin: 0 0 .5rem; }
nav ul { padding-inline-start: 1.25rem; } nav li, main li { padding: .25rem 0; }
:target { outline: 3px solid var(--focus); outline-offset: .25rem; }
.skip { position: absolute; left: -100vw; } .skip:focus { position: static; }
</style>`
