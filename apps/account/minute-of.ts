import { language } from '../shared/i18n/language.ts'

/** An instant to the minute, as `instant` of `shared/i18n/format.ts` says it, in a tenth of the weight. */
export function minuteOf(instant: Date): string {
  const isFrench = language() === 'fr'
  const text = instant.toLocaleString(isFrench ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  })
  return isFrench ? `${text.replace(/^1 /, '1er ')} (heure de Paris)` : `${text} (Paris time)`
}
