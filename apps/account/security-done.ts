import type { Messages } from '../shared/i18n/t.ts'

/** What is said once something is done on the page of security: loaded when it is. */
export const securityDone = {
  browserEnded: {
    fr: 'C’est fait : cet appareil est déconnecté, et ses applications aussi.',
    en: 'Done: this device is logged out, and its apps too.',
  },
  appEnded: { fr: 'C’est fait : cette application est déconnectée.', en: 'Done: this app is logged out.' },
  othersEnded: {
    fr: 'C’est fait : vous n’êtes plus connecté qu’ici.',
    en: 'Done: you are logged in here only.',
  },
  keyMade: { fr: 'C’est fait : votre clé est créée.', en: 'Done: your key is made.' },
  keyEnded: {
    fr: 'C’est fait : cette clé ne sert plus à rien.',
    en: 'Done: this key is good for nothing any more.',
  },
} satisfies Messages
