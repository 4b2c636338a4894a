import type { Messages } from '../shared/i18n/t.ts'

export const accountMessages = {
  accountHeading: { fr: 'Mon compte', en: 'My account' },
  loggedInAs: { fr: 'Vous êtes', en: 'You are' },
  openSpace: { fr: 'Ouvrir mon espace', en: 'Open my space' },
  partnersHeading: { fr: 'Partenaires', en: 'Partners' },
  partnersWhy: {
    fr: 'Un partenaire connecté dépose dans votre espace les données qu’il détient sur vous. Il ajoute ; il ne lit, ne modifie et n’efface rien.',
    en: 'A connected partner puts what it holds about you into your space. It adds; it reads, changes and erases nothing.',
  },
  connect: { fr: 'Connecter', en: 'Connect' },
  connectName: { fr: (name: string) => `Connecter ${name}`, en: (name: string) => `Connect ${name}` },
  noPartners: {
    fr: 'L’opérateur n’a encore enregistré aucun partenaire.',
    en: 'The operator has not registered any partner yet.',
  },
  grantsHeading: { fr: 'Applications autorisées', en: 'Apps allowed' },
  noGrants: {
    fr: 'Aucune application ne lit vos données.',
    en: 'No app reads your data.',
  },
  since: { fr: (day: string) => `depuis le ${day}`, en: (day: string) => `since ${day}` },
  withdraw: { fr: 'Retirer', en: 'Withdraw' },
  withdrawName: {
    fr: (name: string) => `Retirer l’autorisation de ${name}`,
    en: (name: string) => `Withdraw the grant of ${name}`,
  },
  withdrawn: {
    fr: (name: string) => `C’est fait : ${name} ne lit plus rien.`,
    en: (name: string) => `Done: ${name} reads nothing any more.`,
  },
  nowConnected: {
    fr: (name: string) => `C’est fait : ${name} peut maintenant déposer vos données.`,
    en: (name: string) => `Done: ${name} can now put your data here.`,
  },
  askApp: {
    fr: (name: string) =>
      `Retirer l’accès de ${name} ? L’application ne lira plus rien ; vos données restent dans votre espace.`,
    en: (name: string) =>
      `Withdraw the access of ${name}? The app will read nothing more; your data stays in your space.`,
  },
  askPartner: {
    fr: (name: string) =>
      `Retirer ${name} ? Ce partenaire n’ajoutera plus rien ; ce qu’il a déposé reste dans votre espace.`,
    en: (name: string) =>
      `Withdraw ${name}? This partner will add nothing more; what it has put here stays in your space.`,
  },
  partnerWithdrawn: {
    fr: (name: string) => `C’est fait : ${name} ne dépose plus rien.`,
    en: (name: string) => `Done: ${name} adds nothing any more.`,
  },
  appsStay: {
    fr: 'Les applications ouvertes dans ce navigateur restent connectées : déconnectez-vous aussi de chacune.',
    en: 'Apps that are open in this browser stay logged in: log out of each of them too.',
  },
  logOut: { fr: 'Se déconnecter', en: 'Log out' },
} satisfies Messages
