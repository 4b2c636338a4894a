import type { Messages } from '../shared/i18n/t.ts'

export const grantMessages = {
  grantHeading: { fr: 'Autoriser une application', en: 'Allow an app' },
  chooseOne: {
    fr: 'Cochez au moins une sorte de données, ou refusez.',
    en: 'Tick at least one kind of data, or refuse.',
  },
  noClient: {
    fr: 'Aucune application n’est nommée ici : rouvrez-la.',
    en: 'No app is named here: open it again.',
  },
} satisfies Messages
