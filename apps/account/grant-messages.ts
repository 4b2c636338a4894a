import { leavesFor, staysHere } from '#vocab/told/of-app'
import type { Messages } from '../shared/i18n/t.ts'

export const grantMessages = {
  grantHeading: { fr: 'Autoriser une application', en: 'Allow an app' },
  asks: {
    fr: (name: string) => `« ${name} » demande à lire :`,
    en: (name: string) => `“${name}” asks to read:`,
  },
  changeAccount: { fr: 'Changer de compte', en: 'Change account' },
  staysHere,
  leaves: leavesFor,
  sentBy: {
    fr: (names: string) => `Données de ${names}`,
    en: (names: string) => `Data of ${names}`,
  },
  noPartner: {
    fr: 'Aucun partenaire connecté n’en envoie encore.',
    en: 'No connected partner sends any yet.',
  },
  already: { fr: 'déjà autorisé', en: 'already allowed' },
  limits: {
    fr: 'Elle pourra lire ces données, jamais les modifier, et ne verra rien d’autre de votre espace. Vous pourrez retirer cette autorisation à tout moment.',
    en: 'It will be able to read this data, never to change it, and will see nothing else of your space. You can take this grant back at any moment.',
  },
  allowThis: { fr: 'Autoriser ces données', en: 'Allow this data' },
  needed: { fr: 'nécessaire à l’application', en: 'needed by the app' },
  chooseOne: {
    fr: 'Cochez au moins une sorte de données, ou refusez.',
    en: 'Tick at least one kind of data, or refuse.',
  },
  allow: { fr: 'Autoriser', en: 'Allow' },
  refuse: { fr: 'Refuser', en: 'Refuse' },
  noClient: {
    fr: 'Aucune application n’est nommée ici : rouvrez-la.',
    en: 'No app is named here: open it again.',
  },
} satisfies Messages
