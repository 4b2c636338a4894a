import type { Messages } from '../../shared/i18n/t.ts'

export const receiptMessages = {
  heading: { fr: 'Reçus', en: 'Receipts' },
  intro: {
    fr: 'Un reçu signé pour chaque autorisation donnée ou retirée, vérifié ici, dans votre navigateur. Il prouve ce que le serveur a enregistré, et rien de plus.',
    en: 'A signed receipt for each permission given or withdrawn, verified here, in your browser. It proves what the server recorded, and no more.',
  },
  provesHeading: { fr: 'Ce qu’un reçu prouve', en: 'What a receipt proves' },
  proves: {
    fr: 'Que le serveur a enregistré cette autorisation, à cet instant, dans ces termes. Rien de plus : ni ce que le destinataire a fait des données, ni que le serveur a bien recueilli votre volonté.',
    en: 'That the server recorded this permission, at this instant, in these terms. Nothing more: neither what the recipient did with the data, nor that the server collected your will as it should.',
  },
  provesKeep: {
    fr: 'Gardez-en une copie ailleurs : elle se vérifie sans cet espace, avec les clés publiques du serveur.',
    en: 'Keep a copy elsewhere: it can be verified without this space, with the server’s public keys.',
  },
  fileGiven: { fr: 'recu', en: 'receipt' },
  fileWithdrawn: { fr: 'recu-retrait', en: 'receipt-withdrawn' },
  empty: { fr: 'Vous n’avez encore aucun reçu', en: 'You have no receipt yet' },
  emptyText: {
    fr: 'Chaque autorisation que vous donnez ou retirez en laissera un ici.',
    en: 'Each permission that you give or withdraw will leave one here.',
  },
  refused: { fr: 'Les reçus ne s’ouvrent pas', en: 'The receipts do not open' },
  refusedText: {
    fr: 'Déconnectez-vous et reconnectez-vous. Si cela continue, c’est à l’opérateur d’agir.',
    en: 'Log out and log in again. If it keeps happening, the operator must act.',
  },
  failed: { fr: 'Les reçus n’ont pas pu être lus', en: 'The receipts could not be read' },
  noKeys: {
    fr: 'Le serveur ne donne pas ses clés publiques : aucune signature ne peut être vérifiée. C’est à l’opérateur de votre espace d’agir.',
    en: 'The server does not give its public keys: no signature can be verified. The operator of your space must act.',
  },

  what: { fr: 'Quoi', en: 'What' },
  partners: { fr: 'Données de', en: 'Data from' },
  why: { fr: 'Pourquoi', en: 'Why' },
  until: { fr: 'Jusqu’au', en: 'Until' },
  lasts: { fr: 'Durée', en: 'Lasts' },
  untilWithdrawn: { fr: 'jusqu’à votre retrait', en: 'until you withdraw it' },
  wasUntil: { fr: 'Devait durer jusqu’au', en: 'Would have ended on' },
  recorded: { fr: 'Enregistré le', en: 'Recorded on' },
  recordedBy: { fr: 'Par le serveur de', en: 'By the server at' },

  sound: { fr: 'Signature vérifiée', en: 'Signature verified' },
  unsound: { fr: 'Ne prouve rien', en: 'Proves nothing' },
  changedTitle: { fr: 'Reçu modifié', en: 'Altered receipt' },
  worthlessTitle: { fr: 'Reçu sans valeur', en: 'Worthless receipt' },
  unreadTitle: { fr: 'Reçu non lu', en: 'Receipt not read' },
  titleOf: {
    fr: (title: string, day: string) => `${title}, du ${day}`,
    en: (title: string, day: string) => `${title}, ${day}`,
  },
  details: { fr: 'Détails', en: 'Details' },
  name: {
    fr: (name: string) => `Nom du fichier : ${name}`,
    en: (name: string) => `Name of the file: ${name}`,
  },
  issuer: { fr: (issuer: string) => `Serveur : ${issuer}`, en: (issuer: string) => `Server: ${issuer}` },
  unsoundActor: {
    fr: 'C’est à l’opérateur de votre espace de l’expliquer. Gardez ce fichier.',
    en: 'The operator of your space must explain it. Keep this file.',
  },
  another: {
    fr: 'Ce reçu est signé, mais il est d’une autre autorisation que son nom le dit.',
    en: 'This receipt is signed, but it is for another permission than its name says.',
  },
  unread: {
    fr: 'Ce reçu n’a pas pu être lu. Réessayez plus tard.',
    en: 'This receipt could not be read. Try again later.',
  },
  download: { fr: 'Télécharger le reçu', en: 'Download the receipt' },
  downloadOf: { fr: (title: string) => ` : ${title}`, en: (title: string) => `: ${title}` },
  all: { fr: 'Tous les reçus', en: 'All receipts' },
  more: { fr: 'Montrer la suite', en: 'Show more' },
} satisfies Messages
