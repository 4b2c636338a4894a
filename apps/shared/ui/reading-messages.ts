import type { Messages } from '../i18n/t.ts'

/** Of what could not be read: who must act, and how to try again. */
export const readingMessages = {
  failed: { fr: 'Vos données n’ont pas pu être lues', en: 'Your data could not be read' },
  unreachable: {
    fr: 'Votre espace ne répond pas. Vérifiez votre connexion à internet, puis réessayez. Rien n’est perdu.',
    en: 'Your space is not answering. Check your internet connection, then try again. Nothing is lost.',
  },
  serverFault: {
    fr: 'Le serveur de votre espace a un problème. Réessayez dans quelques minutes ; rien n’est perdu.',
    en: 'The server of your space has a problem. Try again in a few minutes; nothing is lost.',
  },
  unreadable: {
    fr: 'Ce qui s’y trouve n’a pas la forme attendue. Le partenaire qui l’a déposé doit le corriger.',
    en: 'What is there does not have the expected form. The partner who put it there must correct it.',
  },
  retry: { fr: 'Réessayer', en: 'Try again' },
} satisfies Messages
