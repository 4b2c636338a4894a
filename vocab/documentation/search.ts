import { type Html, html } from '../html.ts'
import type { Language } from './language.ts'

/** `#` is how many. */
const texts = {
  label: { fr: 'Chercher un terme', en: 'Find a term' },
  none: { fr: 'Aucun terme trouvé', en: 'No term found' },
  one: { fr: '1 terme trouvé', en: '1 term found' },
  many: { fr: '# termes trouvés', en: '# terms found' },
} as const

/** The search box, which is there once its script has run: without one, the index and the browser's own search are. */
export function searchBox(language: Language): Html {
  return html`<search id="find" hidden>
<input type="search" aria-label="${texts.label[language]}" placeholder="${texts.label[language]}" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search">
<span role="status" data-none="${texts.none[language]}" data-one="${texts.one[language]}" data-many="${texts.many[language]}"></span>
</search>`
}

/**
 * Shows the terms of which each word that was typed is in the name, or in a label in either language; accents and
 * capitals do not matter. Enter goes to the first. What its pages' policy allows is this text, by its hash. It has
 * no backslash: `html` would read it.
 */
export const SEARCH_SCRIPT = html`
const find = document.getElementById('find')
const [field, said] = find.children
const main = document.querySelector('main')
const groups = document.querySelectorAll('section, article, .others')
const plain = (text) => text.normalize('NFD').replace(/[^ -~]|'/g, '').toLowerCase()
const entries = new Map()
for (const it of document.querySelectorAll('[data-find]')) {
  const shown = [it.querySelector('code'), it.querySelector('h2, b, .name')].map((part) => part.textContent)
  entries.set(it, plain([...shown, it.dataset.find].join(' ')))
}
let hits = []
function filter() {
  const words = plain(field.value).split(' ').filter(Boolean)
  const isSought = words.length > 0
  hits = [...entries.keys()].filter((it) => isSought && words.every((word) => entries.get(it).includes(word)))
  for (const it of document.querySelectorAll('tbody tr, .other')) {
    it.hidden = isSought && !hits.includes(it) && !hits.includes(it.closest('article'))
  }
  for (const it of groups) it.hidden = isSought && !hits.some((hit) => it.contains(hit))
  main.classList.toggle('found', isSought)
  const { none, one, many } = said.dataset
  said.textContent = !isSought ? '' : ([none, one][hits.length] ?? many.replace('#', hits.length))
}
field.addEventListener('input', () => {
  filter()
  scrollTo(0, 0)
})
field.addEventListener('keydown', ({ key }) => {
  if (key === 'Enter') hits[0]?.querySelector('a').focus()
})
document.addEventListener('click', ({ target }) => {
  const link = target.closest('a')
  if (link?.hreflang) link.hash = location.hash
  if (!link?.getAttribute('href').startsWith('#') || field.value === '') return
  field.value = ''
  filter()
})
find.hidden = false
`
