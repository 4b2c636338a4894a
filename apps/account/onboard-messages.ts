import type { Messages } from '../shared/i18n/t.ts'

export const onboardMessages = {
  heading: { fr: 'Connecter un partenaire', en: 'Connect a partner' },
  asks: {
    fr: (name: string) => `« ${name} » demande à ajouter vos données à votre espace :`,
    en: (name: string) => `“${name}” asks to add your data to your space:`,
  },
  into: { fr: 'Dans l’espace', en: 'Into the space' },
  limits: {
    fr: 'Ce partenaire pourra seulement ajouter ces données, et rien d’autre : il ne pourra ni lire, ni modifier, ni effacer. Vous pourrez retirer cette autorisation à tout moment.',
    en: 'This partner will only be able to add this data, and nothing else: it can neither read, nor change, nor erase. You can take this permission back at any moment.',
  },
  lured: {
    fr: (name: string) =>
      `N’acceptez que si vous venez vous-même de votre compte client chez ${name}. Avant d’envoyer quoi que ce soit, il vous montrera où : vérifiez que c’est bien à l’adresse ci-dessus.`,
    en: (name: string) =>
      `Allow it only if you came here yourself, from your customer space at ${name}. Before it sends anything, it will show you where to: check that it is at the address above.`,
  },
  allow: { fr: 'Autoriser', en: 'Allow' },
  refuse: { fr: 'Refuser', en: 'Refuse' },
  changeAccount: { fr: 'Changer de compte', en: 'Change account' },
} satisfies Messages
