import type { Messages } from '../i18n/t.ts'

export const gateMessages = {
  onlyYou: {
    fr: 'Personne d’autre que vous ne peut l’autoriser, et vous pourrez changer d’avis à tout moment.',
    en: 'Only you can allow it, and you can change your mind at any time.',
  },
  authorise: { fr: 'Choisir ce que je partage', en: 'Choose what I share' },
  declined: { fr: 'Vous avez refusé', en: 'You have refused' },
  declinedText: {
    fr: 'Cette application ne lit rien de vos données, et n’a donc rien à vous montrer. Pour changer d’avis, choisissez ci-dessous ce que vous partagez.',
    en: 'This app reads none of your data, and so has nothing to show you. To change your mind, choose below what you share.',
  },
  declinedMore: {
    fr: 'Vous avez refusé : cette application lit ce qu’elle lisait déjà, et rien de plus.',
    en: 'You have refused: this app reads what it read already, and nothing more.',
  },
  until: {
    fr: (end: string) => `Cette application peut lire ces données jusqu’au ${end}.`,
    en: (end: string) => `This app may read this data until ${end}.`,
  },
  openSpace: { fr: 'Ouvrir mon espace', en: 'Open my space' },
  staleOffline: {
    fr: 'Hors connexion : voici ce que cet appareil avait gardé.',
    en: 'Offline: this is what this device had kept.',
  },
  staleRefused: {
    fr: 'Une partie de vos données n’est plus autorisée pour cette application.',
    en: 'Part of your data is no longer allowed for this app.',
  },
  staleOther: {
    fr: 'Une partie de vos données n’a pas pu être lue.',
    en: 'Part of your data could not be read.',
  },
  partial: {
    fr: 'Un de vos partenaires envoie des données que cette application ne lit pas.',
    en: 'One of your partners sends data that this app does not read.',
  },
  history: {
    fr: (done: number, total: number) => `Lecture de l’historique : ${done} documents sur ${total}`,
    en: (done: number, total: number) => `Reading your history: ${done} documents of ${total}`,
  },
  footer: {
    fr: 'Vos données restent dans votre espace ; cette application en garde une copie sur cet appareil, jusqu’à ce que vous vous déconnectiez.',
    en: 'Your data stays in your space; this app keeps a copy of it on this device, until you log out.',
  },
  manage: { fr: 'Gérer mes autorisations', en: 'Manage my permissions' },
} satisfies Messages
