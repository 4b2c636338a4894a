import type { Messages } from '../shared/i18n/t.ts'

export const messages = {
  otherLanguage: { fr: 'English', en: 'Français' },
  you: { fr: 'Vous êtes', en: 'You are' },
  wait: { fr: 'Un instant…', en: 'One moment…' },
  home: { fr: 'Accueil et applications', en: 'Home and apps' },
  cancel: { fr: 'Annuler', en: 'Cancel' },
  noWebId: {
    fr: 'Votre compte n’a pas encore d’espace. Demandez-le à l’opérateur.',
    en: 'Your account has no space yet. Ask the operator for one.',
  },
} satisfies Messages
