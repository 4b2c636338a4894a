import { html } from 'lit/html.js'
import { t } from '../shared/i18n/t.ts'
import { type Ending, withdrawQuestion, withdrawText } from '../shared/ui/withdraw-question.ts'
import { messages } from './messages.ts'
import { type Reader, readersQuestion } from './readers-question.ts'

/** What is about to be done, as the page has it on its buttons: with whose name it is, and without. */
export interface Act {
  readonly named: string
  readonly button: string
}

export const takeBackQuestion = (ending: Ending, { named, button }: Act, answer: (isYes: boolean) => void) =>
  html`<div class="card">
    <h2 id="ask">${t(withdrawQuestion.question, named)}</h2>
    <p>${withdrawText(ending)}</p>
    <p class="actions">
      <button type="button" class="danger" @click=${() => answer(true)}>${button}</button>
      <button type="button" @click=${() => answer(false)}>${t(withdrawQuestion.keep)}</button>
    </p>
  </div>`

/** A partner that others may read too. `answer`: with the grants of those who may, or without, which connects nothing. */
export function connectQuestion(
  partner: string,
  { named, button }: Act,
  readers: readonly Reader[],
  answer: (readers?: readonly string[]) => void,
) {
  const connect = (event: SubmitEvent) => {
    event.preventDefault()
    answer(new FormData(event.target as HTMLFormElement).getAll('reader').map(String))
  }
  return html`<form class="card" @submit=${connect}>
    <h2 id="ask">${named}</h2>
    ${readersQuestion(partner, readers)}
    <p class="actions">
      <button class="primary" type="submit">${button}</button>
      <button type="button" @click=${() => answer()}>${t(messages.cancel)}</button>
    </p>
  </form>`
}
