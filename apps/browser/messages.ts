import { elided } from '../shared/i18n/elided.ts'
import type { Messages } from '../shared/i18n/t.ts'

export const messages = {
  name: { fr: 'Mon espace', en: 'My space' },
  welcome: { fr: 'Vos données, chez vous', en: 'Your data, at home' },
  welcomeText: {
    fr: 'Voyez ce que vos partenaires ont déposé dans votre espace, et qui peut le lire.',
    en: 'See what your partners have put into your space, and who may read it.',
  },
  offline: {
    fr: (when: string) =>
      `Vous êtes hors ligne. Voici votre espace tel que vu le ${when}. Rétablissez votre connexion, puis réessayez.`,
    en: (when: string) =>
      `You are offline. This is your space as seen on ${when}. Restore your connection, then try again.`,
  },
  noAnswer: {
    fr: (when: string) =>
      `Votre espace ne répond pas. Le voici tel que vu le ${when}. Réessayez dans un moment ; si cela continue, c’est à l’opérateur d’agir.`,
    en: (when: string) =>
      `Your space is not answering. This is how it was seen on ${when}. Try again in a moment; if it keeps happening, the operator must act.`,
  },
  partly: {
    fr: 'Une partie de vos données n’a pas pu être lue : ce qui est montré n’est pas tout. Réessayez ; si cela continue, c’est à l’opérateur d’agir.',
    en: 'Part of your data could not be read: what is shown is not all of it. Try again; if it keeps happening, the operator must act.',
  },
  tooMany: {
    fr: 'Il y a plus de documents que cette page n’en montre : ce qui est montré n’est pas tout.',
    en: 'There are more documents than this page shows: what is shown is not all of them.',
  },
  views: { fr: 'Mon espace', en: 'My space' },
  menu: { fr: (here: string) => `Menu : ${here}`, en: (here: string) => `Menu: ${here}` },
  have: { fr: 'Ce que j’ai', en: 'What I have' },
  partners: { fr: 'Partenaires', en: 'Partners' },
  access: { fr: 'Qui voit quoi', en: 'Who sees what' },
  log: { fr: 'Journal des accès', en: 'Access log' },
  receipts: { fr: 'Reçus', en: 'Receipts' },
  leave: { fr: 'Copier ou partir', en: 'Copy or leave' },
  connect: { fr: 'Connecter un partenaire', en: 'Connect a partner' },
  addFile: { fr: 'Ajouter un fichier', en: 'Add a file' },
  sheets: {
    fr: (count: number) => (count > 1 ? `${count} documents` : `${count} document`),
    en: (count: number) => (count === 1 ? `${count} document` : `${count} documents`),
  },
  months: {
    fr: (from: string, to: string) => (from === to ? from : `${elided(from)} à ${to}`),
    en: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  },
  seeAll: {
    fr: (folders: number) => (folders > 0 ? `Voir les ${folders} dossiers` : 'Voir les documents'),
    en: (folders: number) => (folders > 0 ? `See the ${folders} folders` : 'See the documents'),
  },
  seeAllOf: { fr: (name: string) => ` : ${name}`, en: (name: string) => `: ${name}` },
  back: { fr: 'Retour à ce que j’ai', en: 'Back to what I have' },

  refused: { fr: 'Cette page n’a pas accès à votre espace', en: 'This page has no access to your space' },
  refusedText: {
    fr: 'Déconnectez-vous et reconnectez-vous. Si cela continue, c’est à l’opérateur d’agir.',
    en: 'Log out and log in again. If it keeps happening, the operator must act.',
  },
} satisfies Messages
