import { html, type TemplateResult } from 'lit/html.js'
import { language, setLanguage } from '../shared/i18n/language.ts'
import { t, type Words } from '../shared/i18n/t.ts'
import { mark } from '../shared/ui/mark.ts'
import { messages } from './messages.ts'

/** The frame of an account page: the mark, the other language, one heading, one main landmark. */
export function frame(heading: Words, content: unknown): TemplateResult {
  document.title = `${t(heading)} · Traboule`
  const other = language() === 'fr' ? 'en' : 'fr'
  return html`<header class="bar">
      <a class="name" href="/">${mark}<span>Traboule</span></a>
      <button class="plain" type="button" lang=${other} @click=${() => setLanguage(other)}>
        ${t(messages.otherLanguage)}
      </button>
    </header>
    <main id="main">
      <h1>${t(heading)}</h1>
      ${content}
    </main>`
}

export const waiting = (sentence: Words): TemplateResult =>
  html`<p class="waiting" role="status">${t(sentence)}</p>`

export const problem = (sentence: Words): TemplateResult =>
  html`<p class="problem" role="alert" tabindex="-1">${t(sentence)}</p>`
