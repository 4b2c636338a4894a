import type { Messages } from '../shared/i18n/t.ts'

export const accountMessages = {
  accountHeading: { fr: 'Mon compte', en: 'My account' },
  openSpace: { fr: 'Ouvrir mon espace', en: 'Open my space' },
  partnersHeading: { fr: 'Partenaires', en: 'Partners' },
  partnersWhy: {
    fr: 'Un partenaire connecté dépose dans votre espace les données qu’il a sur vous. Il ajoute ; il ne peut ni lire, ni modifier, ni effacer.',
    en: 'A connected partner puts what it has about you into your space. It adds; it can neither read, nor change, nor erase.',
  },
  connect: { fr: 'Connecter', en: 'Connect' },
  connectName: { fr: (name: string) => `Connecter ${name}`, en: (name: string) => `Connect ${name}` },
  noPartners: {
    fr: 'L’opérateur n’a encore enregistré aucun partenaire.',
    en: 'The operator has not registered any partner yet.',
  },
  nowConnected: {
    fr: (name: string) => `C’est fait : ${name} peut maintenant déposer vos données.`,
    en: (name: string) => `Done: ${name} can now put your data here.`,
  },
  appsToo: {
    fr: 'Les applications ouvertes dans ce navigateur seront déconnectées aussi.',
    en: 'Apps that are open in this browser are logged out too.',
  },
  securityHeading: { fr: 'Sécurité', en: 'Security' },
  security: { fr: 'Connexions, mot de passe, clés', en: 'Log-ins, password, keys' },
  recovery: { fr: 'Mon espace ne s’ouvre plus', en: 'My space does not open' },
  erase: { fr: 'Effacer mon compte et mon espace', en: 'Erase my account and my space' },
  logOut: { fr: 'Se déconnecter', en: 'Log out' },
} satisfies Messages
