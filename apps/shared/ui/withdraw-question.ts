import { wholeSpace } from '#vocab/whole-space'
import { type Messages, t } from '../i18n/t.ts'
import type { Recipient } from './recipient-name.ts'

/** What is asked before something is taken back: loaded when it is. */
export const withdrawQuestion = {
  /** What is about to be done, as a question. */
  question: { fr: (what: string) => `${what} ?`, en: (what: string) => `${what}?` },
  keep: { fr: 'Ne rien changer', en: 'Change nothing' },
} satisfies Messages

const words = {
  noRead: {
    fr: 'À partir de maintenant, plus rien ne sera lu.',
    en: 'From now on, nothing more will be read.',
  },
  noWrite: {
    fr: 'À partir de maintenant, plus rien ne sera lu, modifié ni effacé. Ce qui a été modifié ou effacé le reste.',
    en: 'From now on, nothing more will be read, changed or erased. What was changed or erased stays so.',
  },
  copied: {
    fr: 'Ce qui a déjà été copié ailleurs y reste.',
    en: 'What has been copied elsewhere stays there.',
  },
  again: {
    fr: 'Vos données restent dans votre espace, et vous pourrez autoriser à nouveau.',
    en: 'Your data stays in your space, and you can allow it again.',
  },
  anew: { fr: 'Vous pourrez autoriser à nouveau.', en: 'You can allow it again.' },
  partner: {
    fr: 'Le partenaire n’ajoutera plus rien. Ce qu’il a déjà déposé reste dans votre espace.',
    en: 'The partner will add nothing more. What it has already put here stays in your space.',
  },
} satisfies Messages

/** What of a grant decides what its end means. */
export interface Ending {
  readonly kind: 'app' | 'partner' | 'person'
  readonly categories: readonly string[]
  readonly recipient: Recipient
}

/** What taking a grant back ends, and what it does not. */
export function withdrawText({ kind, categories, recipient }: Ending): string {
  if (kind === 'partner') return t(words.partner)
  const isElsewhere = kind === 'person' || recipient.site !== undefined
  const isWhole = categories.includes(wholeSpace.id)
  return [
    isWhole ? words.noWrite : words.noRead,
    ...(isElsewhere ? [words.copied] : []),
    isWhole ? words.anew : words.again,
  ]
    .map((it) => t(it))
    .join(' ')
}
