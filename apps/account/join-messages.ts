import type { Messages } from '../shared/i18n/t.ts'

export const joinMessages = {
  heading: { fr: 'Créer mon espace', en: 'Make my space' },
  why: {
    fr: 'Votre espace réunit ce que vos partenaires savent de vous. Vous choisissez tout, et c’est vous qui décidez qui lit quoi.',
    en: 'A space of your own joins what your partners know about you. You choose everything, and it is you who decides who reads what.',
  },
  needed: {
    fr: 'Ici, un espace s’ouvre sur invitation. Ouvrez le lien que l’opérateur vous a remis, ou demandez-lui-en un.',
    en: 'A space is opened by invitation here. Open the link that the operator gave you, or ask them for one.',
  },
  logInPart: { fr: 'Votre connexion', en: 'Your log-in' },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  password: { fr: 'Mot de passe', en: 'Password' },
  passwordHint: {
    fr: 'Au moins 12 caractères. Quelques mots qui ne vont pas ensemble font l’affaire.',
    en: 'At least 12 characters. A few words that do not go together will do.',
  },
  namePart: { fr: 'Le nom de votre espace', en: 'The name of your space' },
  nameHint: {
    fr: 'Ce nom est public, et ne change plus : il est dans l’adresse que vos partenaires et vos applications voient. Mieux vaut qu’il ne dise pas qui vous êtes.',
    en: 'This name is public, and does not change: it is in the address that your partners and apps see. It is better that it does not say who you are.',
  },
  ownName: { fr: 'Un autre nom', en: 'Another name' },
  ownNameHint: {
    fr: '1 à 40 lettres minuscules sans accent, chiffres et tirets.',
    en: '1 to 40 small letters without accents, figures and hyphens.',
  },
  missing: {
    fr: 'Il manque l’adresse e-mail, le mot de passe ou le nom.',
    en: 'The e-mail address, the password or the name is missing.',
  },
  make: { fr: 'Créer mon espace', en: 'Make my space' },
  hasOne: { fr: 'J’ai déjà un compte : me connecter', en: 'I have an account: log in' },
} satisfies Messages
