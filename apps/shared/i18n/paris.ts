import { frenchSpaces } from '#vocab/french-spaces'
import { language } from './language.ts'
import { t } from './t.ts'

/** The time zone of all screens, wherever the browser is: it is named where a minute is said. */
export const zone = 'Europe/Paris'

const words = {
  time: { fr: (when: string) => `${when} (heure de Paris)`, en: (when: string) => `${when} (Paris time)` },
}

/** A day and a minute in Paris, in words, with whose minute it is. */
export const parisTime = (when: string): string => t(words.time, when)

/** « 8 h 35 » in French, for what Intl writes 08:35. */
export const frenchHour = (text: string): string =>
  language() === 'fr'
    ? text.replace(/(\d\d):(\d\d)/, (_, hour, minute) => `${Number(hour)}\u00a0h\u00a0${minute}`)
    : text

/** The first of a month is « 1er » in French, which Intl does not know; a day stays with its month. */
export const frenchDay = (text: string): string =>
  language() === 'fr' ? frenchSpaces(text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er')) : text
