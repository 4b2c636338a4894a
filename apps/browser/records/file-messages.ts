import type { Messages } from '../../shared/i18n/t.ts'

export const fileMessages = {
  files: { fr: 'Fichiers', en: 'Files' },
  download: {
    fr: (name: string) => `Télécharger ${name}`,
    en: (name: string) => `Download ${name}`,
  },
  received: { fr: (when: string) => `reçu le ${when}`, en: (when: string) => `received on ${when}` },
  downloaded: {
    fr: (name: string) => `${name} est téléchargé.`,
    en: (name: string) => `${name} is downloaded.`,
  },
  notDownloaded: {
    fr: (name: string) => `${name} n’a pas pu être téléchargé. Réessayez.`,
    en: (name: string) => `${name} could not be downloaded. Try again.`,
  },
} satisfies Messages
