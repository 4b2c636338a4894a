import type { Messages } from '../shared/i18n/t.ts'

export const messages = {
  name: { fr: 'Mon espace', en: 'My space' },
  welcome: { fr: 'Vos données, chez vous', en: 'Your data, at home' },
  welcomeText: {
    fr: 'Voyez ce que vos partenaires ont déposé dans votre espace personnel, et qui peut le lire.',
    en: 'See what your partners have put into your space, and who may read it.',
  },
  views: { fr: 'Mon espace', en: 'My space' },
  have: { fr: 'Ce que j’ai', en: 'What I have' },
  access: { fr: 'Qui a accès', en: 'Who has access' },
  log: { fr: 'Journal', en: 'Access log' },
  receipts: { fr: 'Reçus', en: 'Receipts' },
  leave: { fr: 'Copier ou partir', en: 'Copy or leave' },
  nothing: { fr: 'Votre espace est encore vide', en: 'Your space is still empty' },
  nothingText: {
    fr: 'Connectez un partenaire : il y déposera ce qu’il détient sur vous.',
    en: 'Connect a partner: it will put what it holds about you here.',
  },
  connect: { fr: 'Connecter un partenaire', en: 'Connect a partner' },
  sheets: {
    fr: (count: number) => (count > 1 ? `${count} documents` : `${count} document`),
    en: (count: number) => (count === 1 ? `${count} document` : `${count} documents`),
  },
  months: {
    fr: (from: string, to: string) => (from === to ? from : `de ${from} à ${to}`),
    en: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  },
  lastImport: {
    fr: (when: string) => `Dernier dépôt le ${when}`,
    en: (when: string) => `Last delivery on ${when}`,
  },
  connectorVersion: {
    fr: (connector: string, version: string) => `connecteur ${connector}, version ${version}`,
    en: (connector: string, version: string) => `${connector} connector, version ${version}`,
  },
  bankConnector: { fr: 'banque', en: 'bank' },
  electricityConnector: { fr: 'électricité', en: 'electricity' },
  allDocuments: { fr: 'Voir les documents', en: 'See the documents' },
  bankFolder: { fr: (at: number) => `Compte ${at}`, en: (at: number) => `Account ${at}` },
  energyFolder: { fr: (at: number) => `Compteur ${at}`, en: (at: number) => `Meter ${at}` },
  otherFolder: { fr: (at: number) => `Dossier ${at}`, en: (at: number) => `Folder ${at}` },
  description: { fr: 'Description', en: 'Description' },

  back: { fr: 'Retour à ce que j’ai', en: 'Back to what I have' },
  documentSentBy: {
    fr: (partner: string, when: string) => `Déposé par ${partner}, le ${when}`,
    en: (partner: string, when: string) => `Delivered by ${partner}, on ${when}`,
  },
  claimed: {
    fr: 'D’après le document lui-même.',
    en: 'According to the document itself.',
  },
  records: { fr: 'Contenu', en: 'Content' },
  noRecords: {
    fr: 'Ce document ne contient rien que cet espace sache lire. Son texte est ci-dessous.',
    en: 'This document holds nothing that this space can read. Its text is below.',
  },
  source: { fr: 'Voir le texte du document (Turtle)', en: 'See the text of the document (Turtle)' },
  what: { fr: 'Quoi', en: 'What' },
  value: { fr: 'Valeur', en: 'Value' },
  account: { fr: 'Compte', en: 'Account' },
  balance: { fr: (day: string) => `Solde au ${day}`, en: (day: string) => `Balance on ${day}` },
  available: { fr: (day: string) => `Disponible au ${day}`, en: (day: string) => `Available on ${day}` },
  meter: { fr: 'Compteur', en: 'Meter' },
  production: { fr: 'Production', en: 'Production' },
  superseded: { fr: 'corrigé depuis', en: 'corrected since' },

  appsHeading: { fr: 'Applications et personnes qui lisent', en: 'Apps and people who read' },
  partnersHeading: { fr: 'Partenaires qui ajoutent', en: 'Partners that add' },
  partnersText: {
    fr: 'Un partenaire ajoute ; il ne peut ni lire, ni modifier, ni effacer.',
    en: 'A partner adds; it can neither read, nor change, nor erase.',
  },
  noApps: { fr: 'Aucune application ne lit vos données.', en: 'No app reads your data.' },
  noPartners: { fr: 'Aucun partenaire n’est connecté.', en: 'No partner is connected.' },
  othersHeading: { fr: 'Autres règles', en: 'Other rules' },
  othersText: {
    fr: 'Écrites avec un autre de vos outils. Elles se changent avec lui.',
    en: 'Written with another tool of yours. They are changed with it.',
  },
  othersRead: { fr: (url: string) => `lit ${url}`, en: (url: string) => `reads ${url}` },
  othersWrite: {
    fr: (url: string) => `lit ou écrit dans ${url}`,
    en: (url: string) => `reads or writes in ${url}`,
  },
  everybody: { fr: 'Tout le monde', en: 'Everybody' },
  everybodyKnown: { fr: 'Toute personne connectée', en: 'Everybody who is logged in' },
  notWithdrawn: {
    fr: 'Rien n’a été retiré : le serveur ne répond pas comme il faut. Réessayez.',
    en: 'Nothing was withdrawn: the server does not answer as it should. Try again.',
  },
  refused: { fr: 'Cette page n’a pas accès à votre espace', en: 'This page has no access to your space' },
  refusedText: {
    fr: 'Déconnectez-vous et reconnectez-vous. Si cela continue, c’est à l’opérateur d’agir.',
    en: 'Log out and log in again. If it goes on, the operator must act.',
  },
} satisfies Messages
