import type { Node } from '../graph.ts'
import { type Html, html } from '../html.ts'
import type { Language } from './language.ts'
import { iriLinks } from './links.ts'
import type { Module } from './modules.ts'
import { wordsOf } from './term.ts'
import { counted, words } from './words.ts'

/** The index: the domains, under the term of the scheme that they are in, and then what all share. */
export function contents(scheme: Node | undefined, modules: readonly Module[], language: Language): Html {
  const about = scheme && wordsOf(scheme)
  const list = (of: readonly Module[]) => html`<ul>\n${of.map((it) => entry(it, language))}</ul>\n`
  return html`<nav id="contents" aria-label="${words.contents[language]}">
<h2 id="categories">${about?.label[language]}</h2>
<p>${about?.meaning[language]}</p>
${list(modules.filter(({ folder }) => folder !== undefined))}<h2>${words.shared[language]}</h2>
${list(modules.filter(({ folder }) => folder === undefined))}<p><a class="to" href="#all">${words.all[language]}</a></p>
</nav>
`
}

/** A module: what it is about, how much it has, and where its classes are. */
function entry({ anchor, title, sentence, counts, shapes, holds }: Module, language: Language): Html {
  const numbers = (['classes', 'properties', 'values'] as const).flatMap((kind) =>
    counts[kind] > 0 ? [counted(counts[kind], kind, language)] : [],
  )
  const classes = new Set([...holds, ...shapes.flatMap(({ types }) => types.slice(0, 1))])
  return html`<li><a class="to" href="#${anchor}">${title[language]}</a>
<p>${sentence[language]}</p>
<p class="facts">${numbers.join(' · ')}</p>
${classes.size > 0 && html`<p class="facts">${iriLinks([...classes])}</p>`}</li>
`
}
