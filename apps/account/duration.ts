import type { Words } from '../shared/i18n/t.ts'

/** How long a grant may last. */
export interface Duration {
  readonly days: number
  readonly words: Words
}

const durations: readonly Duration[] = [
  { days: 1, words: { fr: 'Un jour', en: 'One day' } },
  { days: 30, words: { fr: 'Un mois', en: 'One month' } },
  { days: 91, words: { fr: 'Trois mois', en: 'Three months' } },
  { days: 365, words: { fr: 'Un an', en: 'One year' } },
]

/** What the citizen chooses from, the shortest first; no longer than any of the needs may last. */
export function durationsFor(needs: readonly { readonly days?: number }[]): readonly Duration[] {
  const most = Math.min(365, ...needs.map(({ days = 365 }) => days))
  const fit = durations.filter(({ days }) => days <= most)
  return fit.length > 0 ? fit : durations.slice(0, 1)
}

/**
 * Days that are proposed: a month, or less where no month is offered. Most apps read what a partner sends each month, so
 * that a shorter one would be renewed unread, and a forgotten one is over soon.
 */
export const proposedDays = (offered: readonly Duration[]): number =>
  offered.findLast(({ days }) => days <= 30)?.days ?? 1

/** When something ends that begins now. `now`: UTC milliseconds. */
export const endOf = (days: number, now: number): Date => new Date(now + days * 86_400_000)
