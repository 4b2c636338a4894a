import type { Messages } from '../i18n/t.ts'

export const gateMessages = {
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
  failed: { fr: 'Vos données n’ont pas pu être lues', en: 'Your data could not be read' },
  unreachable: {
    fr: 'Votre espace ne répond pas. Vérifiez votre connexion à internet, puis réessayez. Rien n’est perdu.',
    en: 'Your space is not answering. Check your internet connection, then try again. Nothing is lost.',
  },
  serverFault: {
    fr: 'Le serveur de votre espace a un problème. Réessayez dans quelques minutes ; rien n’est perdu.',
    en: 'The server of your space has a problem. Try again in a few minutes; nothing is lost.',
  },
  unreadable: {
    fr: 'Ce qui s’y trouve n’a pas la forme attendue. Le partenaire qui l’a déposé doit le corriger.',
    en: 'What is there does not have the expected form. The partner who put it there must correct it.',
  },
  retry: { fr: 'Réessayer', en: 'Try again' },
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
