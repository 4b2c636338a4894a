import { language } from '../shared/i18n/language.ts'

/** The day of an instant, as `dayOfInstant` of `shared/i18n/format.ts` says it. */
export function dayOf(instant: string): string {
  const isFrench = language() === 'fr'
  const options = { dateStyle: 'long', timeZone: 'Europe/Paris' } as const
  const text = new Date(instant).toLocaleDateString(isFrench ? 'fr-FR' : 'en-GB', options)
  return isFrench ? text.replace(/^1 /, '1er ') : text
}
