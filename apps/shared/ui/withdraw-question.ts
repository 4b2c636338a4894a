import type { Messages } from '../i18n/t.ts'

/** What is asked before something is taken back: loaded when it is. */
export const withdrawQuestion = {
  /** What is about to be done, as a question. */
  question: { fr: (what: string) => `${what} ?`, en: (what: string) => `${what}?` },
  keep: { fr: 'Ne rien changer', en: 'Change nothing' },
  appText: {
    fr: 'Plus rien ne sera lu, dès la prochaine demande. Vos données restent dans votre espace, et vous pourrez autoriser à nouveau.',
    en: 'Nothing more will be read, from the next request on. Your data stays in your space, and you can allow it again.',
  },
  partnerText: {
    fr: 'Le partenaire n’ajoutera plus rien. Ce qu’il a déjà déposé reste dans votre espace.',
    en: 'The partner will add nothing more. What it has already put here stays in your space.',
  },
} satisfies Messages
