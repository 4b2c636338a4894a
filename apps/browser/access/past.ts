import type { Entry } from '../../shared/pod/parse-listing.ts'
import type { ConsentTerms } from '../consent-terms.ts'
import { fileName } from '../data.ts'

/** Of the consent records of a pod, the ids of those whose grant does not stand, the last changed first. Pure. */
export function pastIds(records: readonly Entry[], standing: readonly string[]): string[] {
  return records
    .filter(({ isContainer }) => !isContainer)
    .sort((one, other) => (other.modified ?? '').localeCompare(one.modified ?? ''))
    .map(({ url }) => fileName(url))
    .filter((id) => !standing.includes(id))
}

export interface End {
  /** UTC instant, where the record tells it. */
  readonly at: string | undefined
  readonly how: 'withdrawn' | 'disconnected' | 'ended' | 'replaced' | 'gone'
}

/** When and how a grant that does not stand has ended. `now`: UTC milliseconds. Pure. */
export function endOf({ adds, until, withdrawn }: ConsentTerms, now: number): End {
  const isOver = until !== undefined && Date.parse(until) <= (withdrawn ? Date.parse(withdrawn.at) : now)
  // It had ended when somebody took it back.
  if (isOver) return { at: until, how: 'ended' }
  // Its rules are gone, and its record does not say that it was taken back: another tool has done it.
  if (!withdrawn) return { at: undefined, how: 'gone' }
  return { at: withdrawn.at, how: withdrawn.isReplaced ? 'replaced' : adds ? 'disconnected' : 'withdrawn' }
}
