import type { Messages } from '../i18n/t.ts'

/** Taking a grant back is asked in the same words wherever it is asked. */
export const withdrawMessages = {
  since: { fr: (day: string) => `depuis le ${day}`, en: (day: string) => `since ${day}` },
  until: { fr: (day: string) => `jusqu’au ${day}`, en: (day: string) => `until ${day}` },

  app: { fr: 'Retirer', en: 'End access' },
  appNamed: {
    fr: (name: string) => `Retirer l’accès de ${name}`,
    en: (name: string) => `End the access of ${name}`,
  },
  appDone: {
    fr: (name: string) => `C’est fait : l’accès de ${name} est retiré.`,
    en: (name: string) => `Done: the access of ${name} has ended.`,
  },

  partner: { fr: 'Déconnecter', en: 'Disconnect' },
  partnerNamed: { fr: (name: string) => `Déconnecter ${name}`, en: (name: string) => `Disconnect ${name}` },
  partnerDone: {
    fr: (name: string) => `C’est fait : ${name} n’ajoute plus rien.`,
    en: (name: string) => `Done: ${name} adds nothing any more.`,
  },
} satisfies Messages
