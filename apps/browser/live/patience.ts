/** Why a channel is not there. `refused`: the server said no, or that there are too many (403, 429). */
export type Lost = 'refused' | 'closed'

const shortestMs = 1000
const politeMs = 60_000
const longestMs = 10 * 60_000

/**
 * How long to wait before asking again, in milliseconds: twice as long each time, a minute at least of who has refused, or
 * as long as it says. `chance`: from 0 to 1, so that all pages do not come back at once. Pure.
 */
export function patience(tries: number, lost: Lost, chance: number, retryAfterSeconds = 0): number {
  const first = lost === 'refused' ? politeMs : shortestMs
  const wait = Math.min(first * 2 ** Math.min(tries, 20), longestMs)
  return Math.max(wait * (1 + chance / 2), retryAfterSeconds * 1000)
}
