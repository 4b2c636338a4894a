import type { Graph } from '../graph.ts'
import { type Html, html } from '../html.ts'
import { TB } from '../namespaces.ts'
import type { ShapeModel } from '../shape-model.ts'
import { classArticle } from './class-article.ts'
import type { Language } from './language.ts'
import { iriLink, iriLinks } from './links.ts'
import type { Module } from './modules.ts'
import { found, otherTerm, relation, relations } from './term.ts'
import { words } from './words.ts'

/**
 * All of a module: each class with its table, then the terms that are in none.
 *
 * @param shapes of every module: those that use such a term.
 */
export function moduleSection(
  { anchor, title, sentence, folder, category, holds, shapes: own, others }: Module,
  graph: Graph,
  shapes: readonly ShapeModel[],
  homes: ReadonlyMap<string, string>,
  language: Language,
): Html {
  const facts = [
    ...(folder ? [relation(words.folder[language], html`<code>/data/${folder}/</code>`)] : []),
    ...(category ? [relation(words.term[language], iriLink(category.iri))] : []),
    ...(holds.length > 0 ? [relation(words.holds[language], iriLinks(holds))] : []),
    ...(category ? relations(category, language, [folder ?? '']) : []),
  ]
  return html`<section id="${anchor}" aria-labelledby="title-${anchor}">
<header${category && html` data-find="${found(title[language], title)} ${category.iri.slice(TB.length)}"`}>
<h2 id="title-${anchor}">${title[language]}</h2>
<p>${sentence[language]}</p>
${facts.length > 0 && html`<dl>${facts}</dl>\n`}</header>
${own.map((it) => classArticle(it, graph, homes, language))}${
  others.length > 0 &&
  html`<div class="others">
<h3>${words.others[language]}</h3>
${others.map((it) => otherTerm(it, usersOf(it.iri, shapes), language))}</div>
`
}</section>
`
}

/** The classes, or the shapes of classes that are not ours, in which a term is a property or a value. */
function usersOf(iri: string, shapes: readonly ShapeModel[]): string[] {
  const users = shapes.filter(({ properties }) =>
    properties.some((it) => it.path === iri || it.allowed.some(({ value }) => value === iri)),
  )
  return users.map((shape) => {
    const [target = ''] = shape.types
    return target.startsWith(TB) ? target : shape.iri
  })
}
