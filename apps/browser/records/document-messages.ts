import type { Messages } from '../../shared/i18n/t.ts'

export const documentMessages = {
  bankFolder: { fr: (at: number) => `Compte ${at}`, en: (at: number) => `Account ${at}` },
  energyFolder: { fr: (at: number) => `Compteur ${at}`, en: (at: number) => `Meter ${at}` },
  otherFolder: { fr: (at: number) => `Dossier ${at}`, en: (at: number) => `Folder ${at}` },
  directly: { fr: 'Directement dans ce dossier', en: 'Directly in this folder' },
  description: { fr: 'Description', en: 'Description' },
  sentBy: {
    fr: (partner: string, when: string) => `Déposé par ${partner}, le ${when}`,
    en: (partner: string, when: string) => `Delivered by ${partner}, on ${when}`,
  },
  claimed: { fr: 'D’après le document lui-même.', en: 'According to the document itself.' },
  noRecords: {
    fr: 'Ce document ne contient rien que cet espace sache lire. Son texte est dans les détails techniques.',
    en: 'This document holds nothing that this space can read. Its text is in the technical details.',
  },
  details: { fr: 'Détails techniques', en: 'Technical details' },
  with: { fr: 'Connecteur', en: 'Connector' },
  layout: { fr: 'Présentation du fichier', en: 'Layout of the file' },
  hash: { fr: 'Empreinte du fichier (SHA-256)', en: 'Digest of the file (SHA-256)' },
  cut: {
    fr: (count: string) =>
      `Cette page montre les ${count} premiers éléments. Pour le reste, téléchargez le document.`,
    en: (count: string) => `This page shows the first ${count} items. For the rest, download the document.`,
  },
  cutText: {
    fr: 'Le texte est trop long pour être montré en entier : téléchargez le document.',
    en: 'The text is too long to be shown whole: download the document.',
  },
  download: { fr: 'Télécharger le document', en: 'Download the document' },
} satisfies Messages
