import type { Messages } from '../../shared/i18n/t.ts'

export const recordMessages = {
  others: { fr: 'Autres', en: 'Others' },
  noName: { fr: 'Sans nom', en: 'Without a name' },
  undated: { fr: 'Sans date', en: 'Undated' },
  partner: { fr: 'Partenaire', en: 'Partner' },
  allPartners: { fr: 'Tous les partenaires', en: 'All partners' },
  show: { fr: 'Montrer', en: 'Show' },
  everything: { fr: (count: string) => `Tout (${count})`, en: (count: string) => `Everything (${count})` },
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
    fr: (count: number) =>
      count > 1 ? `${count} documents n’ont pas pu être lus.` : '1 document n’a pas pu être lu.',
    en: (count: number) =>
      count === 1 ? '1 document could not be read.' : `${count} documents could not be read.`,
  },
  cut: {
    fr: 'Il y en a plus que cette page n’en montre. Le reste est dans les documents, plus bas.',
    en: 'There is more than this page shows. The rest is in the documents, below.',
  },
  versions: { fr: (count: number) => `${count} versions`, en: (count: number) => `${count} versions` },
  estimated: { fr: 'estimé', en: 'estimated' },
  mixed: { fr: 'en partie estimé', en: 'partly estimated' },
  corrected: { fr: 'corrigé', en: 'corrected' },
  measured: { fr: 'mesuré', en: 'measured' },
  documents: { fr: 'Les documents tels qu’ils sont', en: 'The documents as they are' },
  backTo: { fr: (name: string) => `Retour à : ${name}`, en: (name: string) => `Back to ${name}` },
} satisfies Messages
