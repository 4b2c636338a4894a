import type { Messages } from '../../shared/i18n/t.ts'

export const recordMessages = {
  others: { fr: 'Autres', en: 'Others' },
  noName: { fr: 'Élément sans titre', en: 'Untitled item' },
  undated: { fr: 'Sans date', en: 'Undated' },
  partner: { fr: 'Partenaire', en: 'Partner' },
  allPartners: { fr: 'Tous les partenaires', en: 'All partners' },
  folder: { fr: 'Dossier', en: 'Folder' },
  allFolders: { fr: 'Tous les dossiers', en: 'All folders' },
  show: { fr: 'Montrer', en: 'Show' },
  everything: { fr: (count: string) => `Tout (${count})`, en: (count: string) => `All (${count})` },
  counted: {
    fr: (name: string, count: string) => `${name} (${count})`,
    en: (name: string, count: string) => `${name} (${count})`,
  },
  search: { fr: 'Chercher', en: 'Search' },
  searchHint: { fr: 'Un nom, un montant, un mois…', en: 'A name, an amount, a month…' },
  from: { fr: 'Du', en: 'From' },
  to: { fr: 'Au', en: 'To' },
  reading: {
    fr: (done: number, total: number) => `Lecture : ${done} documents sur ${total}`,
    en: (done: number, total: number) => `Reading: ${done} of ${total} documents`,
  },
  found: {
    fr: (count: string, isOne: boolean) => (isOne ? '1 élément' : `${count} éléments`),
    en: (count: string, isOne: boolean) => (isOne ? '1 item' : `${count} items`),
  },
  foundSoFar: {
    fr: (count: string, isOne: boolean) => (isOne ? '1 élément lu' : `${count} éléments lus`),
    en: (count: string, isOne: boolean) => (isOne ? '1 item so far' : `${count} items so far`),
  },
  fromDay: { fr: (day: string) => `du ${day}`, en: (day: string) => `from ${day}` },
  toDay: { fr: (day: string) => `jusqu’au ${day}`, en: (day: string) => `up to ${day}` },
  foundOf: {
    fr: (count: string, all: string) => `${count} sur ${all}`,
    en: (count: string, all: string) => `${count} of ${all}`,
  },
  noneFound: { fr: 'Rien de tel ici', en: 'Nothing of the kind here' },
  noneFoundText: {
    fr: 'Aucun élément ne correspond à ce que vous cherchez.',
    en: 'No item matches what you are looking for.',
  },
  more: { fr: 'Montrer la suite', en: 'Show more' },
  empty: { fr: 'Rien ici pour l’instant', en: 'Nothing here yet' },
  emptyText: {
    fr: 'Aucun partenaire n’a rien déposé dans cette catégorie.',
    en: 'No partner has put anything into this category.',
  },
  emptyFiles: {
    fr: 'Ce que cette catégorie contient se lit plus bas, dans les documents.',
    en: 'What this category holds can be read below, in the documents.',
  },
  unread: {
    fr: (count: number, names: string) =>
      count > 1
        ? `${count} documents n’ont pas pu être lus : ${names}.`
        : `1 document n’a pas pu être lu : ${names}.`,
    en: (count: number, names: string) =>
      count === 1
        ? `1 document could not be read: ${names}.`
        : `${count} documents could not be read: ${names}.`,
  },
  quoted: { fr: (name: string) => `« ${name} »`, en: (name: string) => `“${name}”` },
  tryAgain: {
    fr: 'Réessayez ; si cela continue, c’est à l’opérateur de votre espace d’agir.',
    en: 'Try again; if it keeps happening, the operator of your space must act.',
  },
  partnerMust: {
    fr: 'C’est au partenaire qui l’a déposé d’agir.',
    en: 'The partner who sent it must act.',
  },
  toolMust: {
    fr: 'C’est à l’outil qui l’a écrit d’agir.',
    en: 'The tool that wrote it must act.',
  },
  cut: {
    fr: (count: string) =>
      `Cette page montre les ${count} premiers éléments. Pour le reste, ouvrez les documents en bas de page.`,
    en: (count: string) =>
      `This page shows the first ${count} items. For the rest, open the documents at the end of the page.`,
  },
  openDocuments: { fr: 'Ouvrir les documents', en: 'Open the documents' },
  filter: { fr: 'Filtrer', en: 'Filter' },
  filterBy: { fr: (count: number) => `Filtrer (${count})`, en: (count: number) => `Filter (${count})` },
  versions: { fr: (count: number) => `${count} versions`, en: (count: number) => `${count} versions` },
  estimated: { fr: 'estimé', en: 'estimated' },
  mixed: { fr: 'en partie estimé', en: 'partly estimated' },
  corrected: { fr: 'corrigé', en: 'corrected' },
  measured: { fr: 'mesuré', en: 'measured' },
  documents: { fr: 'Les documents tels qu’ils sont', en: 'The documents as they are' },
  backTo: { fr: (name: string) => `Retour à « ${name} »`, en: (name: string) => `Back to ${name}` },
} satisfies Messages
