import { HttpError, RepresentationMetadata } from '@solid/community-server'
import { RETRY_AFTER } from '../storage/metadata.ts'
import type { Limit } from '../tries/Tries.ts'
import { tooManyTries } from '../tries/too-many-tries.ts'

const minute = 60_000
const hour = 60 * minute

/** Whoever forgets their password tries some. */
const few: Limit = { most: 10, windowMs: 10 * minute, endsRight: true }

/** Over all places where nobody has logged in before: 480 a day, and a citizen at a new device waits for an hour at most. */
const ofStrangers: Limit = { most: 20, windowMs: hour }

/**
 * Under which names the wrong passwords of a log-in count: of a browser that has logged in to this account before, by that
 * browser alone; else by who asks for whom from where, by the place over all accounts, and by the account over all places. An e-mail
 * address that nobody has counts as one that somebody has: no count tells which it is.
 */
export function limitsOf(
  place: string,
  email: string,
  device: string | undefined,
): Readonly<Record<string, Limit>> {
  if (device) return { [`device ${device}`]: few }
  return {
    [`pair ${place} ${email}`]: few,
    [`place ${place}`]: { most: 100, windowMs: hour },
    [`strangers ${email}`]: ofStrangers,
  }
}

export const isWrong = (error: unknown): boolean => HttpError.isInstance(error) && error.statusCode === 403

export function tooMany(seconds: number): HttpError {
  const { fr, en } = tooManyTries(seconds)
  const metadata = new RepresentationMetadata()
  metadata.add(RETRY_AFTER, String(seconds))
  return new HttpError(429, 'TooManyRequests', `${fr} / ${en}`, { errorCode: 'too-many-tries', metadata })
}
