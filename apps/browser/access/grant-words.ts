import { instant } from '../../shared/i18n/format.ts'
import { language } from '../../shared/i18n/language.ts'
import { t } from '../../shared/i18n/t.ts'
import { categoryOf } from '../../shared/known-categories.ts'
import type { Grant } from '../../shared/pod/grants.ts'
import { citizenName } from '../../shared/session/citizen-name.ts'
import { recipientName } from '../../shared/ui/recipient-name.ts'
import type { ConsentTerms } from '../consent-terms.ts'
import { hostOf } from '../people.ts'
import { daysLeft } from './days-left.ts'
import { accessMessages as messages } from './messages.ts'
import type { Subject } from './recipients.ts'

/** An end is counted in days when it is as near as this. */
const nearDays = 31
/** In hours when it is as near as this: "tomorrow at 0 h 06" is this night. */
const nearHours = 36
/** In minutes when it is as near as this. */
const nearMinutes = 90

/** Whom a grant is given to, in a few words: of a person what the address says, with the host that vouches for it. */
export function nameOf({ kind, recipient }: Pick<Grant, 'kind' | 'recipient'>): string {
  const { webId } = recipient
  const isNamed = kind !== 'person' || webId === undefined || recipient.name !== webId
  const [name, host] = isNamed ? ['', undefined] : [citizenName(webId), hostOf(webId)]
  return name === '' || host === undefined ? recipientName(recipient) : t(messages.personAt, name, host)
}

export function labelOf(category: string): string {
  const known = categoryOf(category)
  return known ? t(known.label) : category
}

/** What of a category is seen or added. */
export const subjectText = ({ category, partners }: Subject): string =>
  partners.length > 0 ? t(messages.of, labelOf(category), partnersText(partners)) : labelOf(category)

export const partnersText = (names: readonly string[]): string =>
  t(messages.partnersOf, names.length, new Intl.ListFormat(language()).format(names))

/** When it ends, each part a line. */
export function endLines(until: string | undefined, now: number): string[] {
  if (until === undefined) return [t(messages.noEnd)]
  const near = nearWords(until, now)
  return [t(messages.untilDay, instant(until)), ...(near === undefined ? [] : [near])]
}

function nearWords(until: string, now: number): string | undefined {
  const minutes = Math.floor((Date.parse(until) - now) / 60_000)
  const days = daysLeft(until, now)
  if (days === undefined || minutes < 0 || days > nearDays) return undefined
  if (minutes < nearMinutes) return t(messages.endsInMinutes, Math.max(minutes, 1))
  const hours = Math.floor(minutes / 60)
  if (hours < nearHours) return t(messages.endsInHours, hours)
  return days === 1 ? t(messages.endsTomorrow) : t(messages.endsIn, days)
}

/** What for, each reason once; of which category, where they differ. */
export function reasons({ subjects }: ConsentTerms): string[] {
  const all = new Set(subjects.map(({ why }) => t(why)))
  if (all.size < 2) return [...all]
  return subjects.map(({ category, why }) => t(messages.whyOf, labelOf(category), t(why)))
}
