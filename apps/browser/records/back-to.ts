import { elsewhere } from '../../shared/elsewhere.ts'
import { capital } from '../../shared/i18n/format.ts'
import { language } from '../../shared/i18n/language.ts'
import { t } from '../../shared/i18n/t.ts'
import { known } from '../../shared/known.ts'
import { categoryOf } from '../../shared/known-categories.ts'
import { recordMessages as messages } from './messages.ts'

/** What a category is called: by us, or by the folder that somebody made. */
export function categoryName(category: string): string {
  const shown = categoryOf(category)
  return shown ? t(shown.label) : capital(category)
}

/** French joins its article to the word before it. */
const inFrench: Readonly<Record<string, string>> = {
  bank: 'aux comptes et opérations',
  invoices: 'aux factures',
  purchases: 'aux achats et tickets de caisse',
  energy: 'à l’électricité et au gaz',
  water: 'à l’eau',
  telecom: 'au téléphone et à internet',
  insurance: 'aux assurances',
  mobility: 'aux déplacements',
  city: 'aux services de la ville',
  benefits: 'aux aides et prestations',
  contacts: 'aux contacts et à l’agenda',
  media: 'à la musique, aux vidéos et aux lectures',
  wellbeing: 'à la forme et au bien-être',
  health: 'à la santé',
  [elsewhere]: 'aux autres données',
}

/** Where a link leads back to a category. */
export function backTo(category: string): string {
  const french = language() === 'fr' ? known(inFrench, category) : undefined
  return french === undefined ? t(messages.backTo, categoryName(category)) : `Retour ${french}`
}
