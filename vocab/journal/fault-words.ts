import type { Bilingual } from '../shape-model.ts'
import type { Fault } from './verify.ts'

/** What is wrong with a line, as people read it behind its number. */
export const faultWords: Readonly<Record<Fault['kind'], Bilingual>> = {
  changed: { fr: 'changée', en: 'changed' },
  removed: { fr: 'supprimée', en: 'removed' },
  inserted: { fr: 'ajoutée ou déplacée', en: 'inserted or moved' },
  rewritten: {
    fr: 'réécrite depuis que son empreinte a été prise',
    en: 'rewritten since its hash was taken',
  },
  beginning: { fr: 'ne suit pas ce qui n’est plus gardé', en: 'does not follow what is no longer kept' },
  early: {
    fr: 'retirée avec celles d’avant, sans que rien montre qu’elles avaient treize mois',
    en: 'removed with those before it, and nothing shows that they were thirteen months old',
  },
}
