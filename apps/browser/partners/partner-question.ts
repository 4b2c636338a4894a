import { html } from 'lit'
import { t } from '../../shared/i18n/t.ts'
import { withdrawMessages } from '../../shared/ui/withdraw-messages.ts'
import { withdrawQuestion, withdrawText } from '../../shared/ui/withdraw-question.ts'
import type { Source } from './catalogue.ts'
import { messages } from './messages.ts'
import { counted } from './partner-row.ts'

/** What is asked before something is done with a partner: whether to disconnect it, what of what it sent, whether to erase. */
export interface Question {
  readonly what: 'disconnect' | 'keep' | 'erase'
  readonly source: Source
}

export interface QuestionActs {
  readonly isBusy: boolean
  leave(): void
  disconnect(): void
  keep(): void
  askToErase(): void
  erase(): void
}

/** The one that changes nothing comes first, and has the focus: Enter by habit does no harm. */
const asked = (
  question: string,
  text: string,
  safe: [string, () => void],
  red: [string, () => void],
  isBusy: boolean,
) =>
  html`<div>
    <h2 id="ask">${question}</h2>
    <p>${text}</p>
    <p class="actions">
      <button type="button" ?disabled=${isBusy} @click=${safe[1]}>${safe[0]}</button>
      <button type="button" class="danger" ?disabled=${isBusy} @click=${red[1]}>${red[0]}</button>
    </p>
  </div>`

export function questionPart({ what, source }: Question, name: string, acts: QuestionActs) {
  const count = counted(source.data?.sheets ?? 0)
  if (what === 'disconnect' && source.grant)
    return asked(
      t(withdrawQuestion.question, t(withdrawMessages.partnerNamed, name)),
      withdrawText(source.grant),
      [t(withdrawQuestion.keep), acts.leave],
      [t(withdrawMessages.partner), acts.disconnect],
      acts.isBusy,
    )
  if (what === 'keep')
    return asked(
      t(messages.disconnectedHeading, name),
      t(messages.keepOrErase, ...count),
      [t(messages.keepIt), acts.keep],
      [t(messages.eraseAll), acts.askToErase],
      acts.isBusy,
    )
  return asked(
    t(messages.eraseQuestion, name),
    t(messages.eraseWarning, ...count),
    [t(messages.keep), acts.leave],
    [t(messages.erase), acts.erase],
    acts.isBusy,
  )
}

export const erasingPart = (
  name: string,
  { done, total }: { readonly done: number; readonly total: number },
) =>
  html`<div>
    <h2 id="ask">${t(messages.eraseAllNamed, name)}</h2>
    <load-progress .done=${done} .total=${total} .label=${t(messages.erasing, done, total)}></load-progress>
  </div>`
