import type { Messages } from '../../shared/i18n/t.ts'

export const documentMessages = {
  bankFolder: { fr: (at: number) => `Compte ${at}`, en: (at: number) => `Account ${at}` },
  energyFolder: { fr: (at: number) => `Compteur ${at}`, en: (at: number) => `Meter ${at}` },
  otherFolder: { fr: (at: number) => `Dossier ${at}`, en: (at: number) => `Folder ${at}` },
  description: { fr: 'Description', en: 'Description' },
  sentBy: {
    fr: (partner: string, when: string) => `Déposé par ${partner}, le ${when}`,
    en: (partner: string, when: string) => `Delivered by ${partner}, on ${when}`,
  },
  claimed: { fr: 'D’après le document lui-même.', en: 'According to the document itself.' },
  noRecords: {
    fr: 'Ce document ne contient rien que cet espace sache lire. Son texte est ci-dessous.',
    en: 'This document holds nothing that this space can read. Its text is below.',
  },
  source: { fr: 'Voir le texte du document (Turtle)', en: 'See the text of the document (Turtle)' },
  cutText: {
    fr: 'Le texte est trop long pour être montré en entier : téléchargez le document.',
    en: 'The text is too long to be shown whole: download the document.',
  },
  download: { fr: 'Télécharger le document', en: 'Download the document' },
} satisfies Messages
