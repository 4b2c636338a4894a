import type { Messages } from '../i18n/t.ts'

/** Taking a grant back is asked in the same words wherever it is asked. */
export const withdrawMessages = {
  since: { fr: (day: string) => `depuis le ${day}`, en: (day: string) => `since ${day}` },
  until: { fr: (day: string) => `jusqu’au ${day}`, en: (day: string) => `until ${day}` },
  /** What is about to be done, as a question. */
  question: { fr: (what: string) => `${what} ?`, en: (what: string) => `${what}?` },
  keep: { fr: 'Ne rien changer', en: 'Change nothing' },

  app: { fr: 'Retirer', en: 'Withdraw' },
  appNamed: {
    fr: (name: string) => `Retirer l’accès de ${name}`,
    en: (name: string) => `Withdraw the access of ${name}`,
  },
  appText: {
    fr: 'Plus rien ne sera lu, dès la prochaine demande. Vos données restent dans votre espace, et vous pourrez autoriser à nouveau.',
    en: 'Nothing more will be read, from the next request on. Your data stays in your space, and you can allow it again.',
  },
  appDone: {
    fr: (name: string) => `C’est fait : l’accès de ${name} est retiré.`,
    en: (name: string) => `Done: the access of ${name} is withdrawn.`,
  },

  partner: { fr: 'Déconnecter', en: 'Disconnect' },
  partnerNamed: { fr: (name: string) => `Déconnecter ${name}`, en: (name: string) => `Disconnect ${name}` },
  partnerText: {
    fr: 'Le partenaire n’ajoutera plus rien. Ce qu’il a déjà déposé reste dans votre espace.',
    en: 'The partner will add nothing more. What it has already put here stays in your space.',
  },
  partnerDone: {
    fr: (name: string) => `C’est fait : ${name} n’ajoute plus rien.`,
    en: (name: string) => `Done: ${name} adds nothing any more.`,
  },
} satisfies Messages
