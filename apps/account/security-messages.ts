import type { Messages } from '../shared/i18n/t.ts'

/** One of the citizen's own client credentials, without its secret. */
export interface Key {
  readonly id: string
  readonly client: string
  readonly name: string
}

export const securityMessages = {
  heading: { fr: 'Sécurité', en: 'Security' },
  logInsHeading: { fr: 'Où vous êtes connecté', en: 'Where you are logged in' },
  logInsWhy: {
    fr: 'Vous ne reconnaissez pas un appareil ? Fermez sa connexion, puis changez votre mot de passe.',
    en: 'You do not recognise a device? End its log-in, then change your password.',
  },
  thisBrowser: { fr: 'Ce navigateur', en: 'This browser' },
  program: { fr: 'Un programme', en: 'A program' },
  seen: { fr: (when: string) => `Vu le ${when}`, en: (when: string) => `Seen on ${when}` },
  opened: { fr: (apps: string) => `Ouvert : ${apps}`, en: (apps: string) => `Open: ${apps}` },
  elsewhere: {
    fr: 'Applications restées ouvertes ailleurs',
    en: 'Apps that stayed open elsewhere',
  },
  logOut: { fr: 'Se déconnecter', en: 'Log out' },
  end: { fr: 'Fermer', en: 'End' },
  endName: { fr: (name: string) => `Fermer : ${name}`, en: (name: string) => `End: ${name}` },
  endOthers: { fr: 'Fermer toutes les autres connexions', en: 'End all other log-ins' },
  passwordHeading: { fr: 'Mot de passe', en: 'Password' },
  passwordWhy: {
    fr: 'En le changeant, vous fermez toutes vos autres connexions. Vos clés d’accès et les clés de vos programmes restent.',
    en: 'Changing it ends all your other log-ins. Your passkeys and the keys of your programs stay.',
  },
  passwordOpen: { fr: 'Changer mon mot de passe', en: 'Change my password' },
  firstWhy: {
    fr: 'Votre compte n’en a pas. Avec un mot de passe et une adresse e-mail, vous y entrez aussi sans votre clé d’accès.',
    en: 'Your account has none. With a password and an e-mail address you come in without your passkey too.',
  },
  firstOpen: { fr: 'Choisir un mot de passe', en: 'Choose a password' },
  keysHeading: { fr: 'Clés pour mes programmes', en: 'Keys for my programs' },
  keysWhy: {
    fr: 'Une clé permet à un programme à vous d’agir comme vous : il lit, modifie et efface tout, et peut changer vos autorisations. Ne la donnez à personne.',
    en: 'A key lets a program of yours act as you: it reads, changes and erases everything, and can change your permissions. Give it to nobody.',
  },
  keyOpen: { fr: 'Créer une clé', en: 'Make a key' },
  endKey: { fr: 'Supprimer', en: 'Delete' },
  endKeyName: {
    fr: (name: string) => `Supprimer la clé ${name}`,
    en: (name: string) => `Delete the key ${name}`,
  },
  back: { fr: 'Retour à mon compte', en: 'Back to my account' },
} satisfies Messages
