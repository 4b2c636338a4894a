import { html, nothing } from 'lit/html.js'
import { type Messages, t, type Words } from '../shared/i18n/t.ts'

const words = {
  heading: {
    fr: (category: string) => `${category} : une question à part`,
    en: (category: string) => `${category}: a question of its own`,
  },
  why: {
    fr: 'Elles disent, ou laissent deviner, votre état de santé : la loi les protège à part. Dire non ne change rien au reste.',
    en: 'It tells how your health is, or lets others guess: the law protects it apart. Saying no changes nothing for the rest.',
  },
  yes: { fr: 'Oui, autoriser ces données', en: 'Yes, allow this data' },
  no: { fr: 'Non, pas celles-ci', en: 'No, not this' },
  answer: { fr: 'Oui ou non : répondez pour ces données.', en: 'Yes or no: answer for this data.' },
} satisfies Messages

/** What is sensitive is asked for by itself. `category`: as the citizen reads it. */
export const headingApart = (category: Words): string => t(words.heading, t(category))

export const whyApart = () => html`<p>${t(words.why)}</p>`

/** Yes or no, and neither beforehand: the form is not sent without an answer. `note`: what else is to be known of a yes. */
export const yesOrNo = (category: string, note: unknown) =>
  html`<div @change=${answered}>${answer(category, 'yes', note)}${answer(category, 'no', nothing)}</div>`

const answer = (category: string, value: 'yes' | 'no', note: unknown) => html`<label class="choice">
  <input type="radio" name=${category} value=${value} required @invalid=${ask} /><span>${t(words[value])}${note}</span>
</label>`

const ask = ({ target }: Event): void => (target as HTMLInputElement).setCustomValidity(t(words.answer))

function answered({ currentTarget }: Event): void {
  for (const radio of (currentTarget as HTMLElement).querySelectorAll('input')) radio.setCustomValidity('')
}
