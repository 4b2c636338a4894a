import { language } from '../shared/i18n/language.ts'

/** The day of an instant, as `dayOfInstant` of `shared/i18n/format.ts` says it, in a tenth of the weight. */
export const dayOf = (instant: string | Date): string => said(instant, {})

/** An instant to the minute, as `instant` of `shared/i18n/format.ts` says it. */
export const minuteOf = (instant: Date): string =>
  `${said(instant, { timeStyle: 'short' })} ${language() === 'fr' ? '(heure de Paris)' : '(Paris time)'}`

function said(instant: string | Date, more: Intl.DateTimeFormatOptions): string {
  const isFrench = language() === 'fr'
  const text = new Date(instant).toLocaleString(isFrench ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Paris',
    ...more,
  })
  return isFrench
    ? text
        .replace(/^1 /, '1er ')
        .replace(' ', '\u00a0')
        .replace(/0?(\d+):/, '$1\u00a0h\u00a0')
    : text
}
