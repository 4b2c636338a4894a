import type { Bilingual } from '../shape-model.ts'

interface SharedModule {
  readonly anchor: string
  /** Of the ontology and of the shapes. */
  readonly files: readonly string[]
  readonly title: Bilingual
  readonly sentence: Bilingual
}

/** What is no domain’s: its anchors are no term’s. A term of a file that is named nowhere is in the first. */
export const SHARED: readonly [SharedModule, ...SharedModule[]] = [
  {
    anchor: 'module-imports',
    files: ['core', 'imports', 'series'],
    title: { fr: 'Imports et enregistrements', en: 'Imports and records' },
    sentence: {
      fr: 'D’où vient chaque donnée, par quel connecteur et quand\u202f; et ce qui relie les versions d’un même enregistrement.',
      en: 'Where each piece of data comes from, by which connector and when; and what ties the versions of one record.',
    },
  },
  {
    anchor: 'module-access',
    files: ['access', 'grants', 'categories'],
    title: { fr: 'Accès et autorisations', en: 'Access and grants' },
    sentence: {
      fr: 'Les règles d’accès d’un espace\u00a0: quelle application, pour quelle catégorie, et jusqu’à quand.',
      en: 'A pod’s access rules: which app, for which category, and until when.',
    },
  },
  {
    anchor: 'module-consents',
    files: ['consents'],
    title: { fr: 'Consentements et reçus', en: 'Consents and receipts' },
    sentence: {
      fr: 'Ce que le citoyen a permis, pourquoi et à qui, et son retrait\u00a0: ISO/IEC TS 27560, en DPV.',
      en: 'What the citizen allowed, why and to whom, and its withdrawal: ISO/IEC TS 27560, in DPV.',
    },
  },
  {
    anchor: 'module-journal',
    files: ['journal'],
    title: { fr: 'Journal des accès', en: 'Access log' },
    sentence: {
      fr: 'Qui a lu, écrit ou s’est vu refuser quoi, ligne après ligne, et la chaîne qui le prouve.',
      en: 'Who read, wrote or was refused what, line after line, and the chain that proves it.',
    },
  },
]
