import { wholeSeconds } from './agreement.ts'
import { AgentError } from './errors.ts'

const dayMs = 24 * 3600 * 1000
/** What a grant lasts where nobody says less. */
const mostDays = 365

/**
 * When a grant ends: when the citizen says, and no later than each of the needs says, or in a year.
 *
 * @param wanted - ISO 8601 with its time zone, as a page has sent it; absent where the citizen did not choose.
 * @param most - Days that each need lasts at most, where it says.
 * @throws AgentError `bad-end` for what is no instant to come.
 */
export function untilOf(wanted: unknown, most: readonly (number | undefined)[], now: number): string {
  const latest = now + Math.min(mostDays, ...most.map((days) => days ?? mostDays)) * dayMs
  if (wanted === undefined) return wholeSeconds(latest)
  const isInstant =
    typeof wanted === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(wanted)
  const end = isInstant ? Date.parse(wanted) : Number.NaN
  // Less than a second from now, it would have ended before it is written.
  if (!(end - now >= 1000)) throw new AgentError('bad-end')
  return wholeSeconds(Math.min(end, latest))
}
