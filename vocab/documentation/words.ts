import type { Bilingual } from '../shape-model.ts'

/** What the page says itself; all else is the vocabulary's. */
export const words = {
  title: { fr: 'Vocabulaire Traboule', en: 'Traboule vocabulary' },
  other: { fr: 'In English', en: 'En français' },
  landing: {
    fr: 'L’IRI de chaque terme mène à sa définition sur cette page.',
    en: 'Each term’s IRI leads to its definition on this page.',
  },
  forPrograms: { fr: 'Pour les programmes\u00a0:', en: 'For programs:' },
  context: { fr: 'contexte JSON-LD', en: 'JSON-LD context' },
  bar: { fr: 'Parcourir et chercher', en: 'Browse and search' },
  contents: { fr: 'Sommaire', en: 'Contents' },
  all: { fr: 'Tout sur une page', en: 'All on one page' },
  shared: { fr: 'Commun à tous les domaines', en: 'Shared by all domains' },
  folder: { fr: 'Dans l’espace personnel', en: 'In the pod' },
  term: { fr: 'Catégorie', en: 'Category' },
  holds: { fr: 'Contient', en: 'Holds' },
  shape: { fr: 'Forme SHACL', en: 'SHACL shape' },
  types: { fr: 'Types', en: 'Types' },
  property: { fr: 'Propriété', en: 'Property' },
  count: { fr: 'Combien', en: 'How many' },
  value: { fr: 'Valeur', en: 'Value' },
  meaning: { fr: 'Sens', en: 'Meaning' },
  example: { fr: 'Exemple en Turtle', en: 'Example in Turtle' },
  others: { fr: 'Autres termes', en: 'Other terms' },
  notation: { fr: 'Notation', en: 'Notation' },
  usedIn: { fr: 'Dans', en: 'Used in' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** How often a property stands on a node. */
export const counts = {
  one: { fr: '1', en: '1' },
  atMostOne: { fr: '0 ou 1', en: '0 or 1' },
  some: { fr: '1 ou plus', en: '1 or more' },
  any: { fr: '0 ou plus', en: '0 or more' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** `3 classes`: one has a name of its own, as has none of French and English. */
const kinds = {
  classes: { fr: ['classe', 'classes'], en: ['class', 'classes'] },
  properties: { fr: ['propriété', 'propriétés'], en: ['property', 'properties'] },
  values: { fr: ['valeur', 'valeurs'], en: ['value', 'values'] },
} as const

/** `3 classes`; in both languages, zero is never said. */
export function counted(count: number, kind: keyof typeof kinds, language: keyof Bilingual): string {
  return `${count} ${kinds[kind][language][count === 1 ? 0 : 1]}`
}
