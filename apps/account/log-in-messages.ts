import type { Messages } from '../shared/i18n/t.ts'

export const logInMessages = {
  logIn: { fr: 'Se connecter', en: 'Log in' },
  logInHeading: { fr: 'Connexion', en: 'Log in' },
  logInWhy: {
    fr: 'Votre compte Traboule ouvre votre espace et vos autorisations.',
    en: 'Your Traboule account opens your space and your permissions.',
  },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  password: { fr: 'Mot de passe', en: 'Password' },
  tooManyTries: {
    fr: 'Trop d’essais faux : attendez dix minutes, une heure au plus.',
    en: 'Too many wrong tries: wait ten minutes, an hour at most.',
  },
  wrongPassword: {
    fr: 'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux.',
    en: 'This address and this password do not go together. Check both.',
  },
  missing: { fr: 'Remplissez les deux champs.', en: 'Fill in both fields.' },
  join: { fr: 'Créer un espace', en: 'Make a space' },
  noAccount: {
    fr: 'Pas de compte ? L’opérateur vous invite.',
    en: 'No account? The operator invites you.',
  },
  forgotten: { fr: 'Mot de passe oublié ?', en: 'Forgotten your password?' },
} satisfies Messages
