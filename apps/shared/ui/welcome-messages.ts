import type { Messages } from '../i18n/t.ts'

export const welcomeMessages = {
  logIn: { fr: 'Se connecter', en: 'Log in' },
  otherProvider: { fr: 'Mon espace est ailleurs', en: 'My space is elsewhere' },
  providerAddress: { fr: 'Adresse de mon fournisseur', en: 'Address of my provider' },
  goOn: { fr: 'Continuer', en: 'Continue' },
  cancelled: { fr: 'Connexion abandonnée.', en: 'Log-in cancelled.' },
  loginFailed: {
    fr: 'La connexion n’a pas abouti. Essayez encore une fois.',
    en: 'The log-in did not succeed. Please try once more.',
  },
  ended: {
    fr: 'Votre session est terminée. Reconnectez-vous pour continuer.',
    en: 'Your session has ended. Log in again to go on.',
  },
  somebodyElse: {
    fr: 'Quelqu’un d’autre s’est connecté depuis un autre onglet. Votre session est terminée ici.',
    en: 'Somebody else has logged in from another tab. Your session has ended here.',
  },
  loggedOut: {
    fr: 'Déconnexion faite pour cette application. Votre compte, lui, reste ouvert dans ce navigateur.',
    en: 'You are logged out of this app. Your account itself stays open in this browser.',
  },
  closeAccount: {
    fr: 'Me déconnecter aussi de mon compte',
    en: 'Log out of my account too',
  },
  issuerUnreachable: {
    fr: 'Le service de connexion ne répond pas. Réessayez dans un moment.',
    en: 'The log-in service does not answer. Try again in a moment.',
  },
} satisfies Messages
