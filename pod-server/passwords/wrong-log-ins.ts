import { HttpError, RepresentationMetadata } from '@solid/community-server'
import { RETRY_AFTER } from '../storage/metadata.ts'
import type { Limit } from '../tries/Tries.ts'

const minute = 60_000
const hour = 60 * minute

/** Whoever forgets their password tries some. */
const few: Limit = { most: 10, windowMs: 10 * minute, endsRight: true }

/**
 * Under which names the wrong passwords of a log-in count: of a browser that has logged in to this account before, by that
 * browser alone; else by who asks for whom from where, by the place over all accounts, and by the account over all places.
 *
 * @param isThere whether the e-mail address is of an account.
 */
export function limitsOf(
  place: string,
  email: string,
  isThere: boolean,
  device: string | undefined,
): Readonly<Record<string, Limit>> {
  if (device) return { [`device ${device}`]: few }
  return {
    [`pair ${place} ${email}`]: { ...few, isPassing: !isThere },
    [`place ${place}`]: { most: 100, windowMs: hour },
    [`strangers ${email}`]: { most: 100, windowMs: 24 * hour, isPassing: !isThere },
  }
}

export const isWrong = (error: unknown): boolean => HttpError.isInstance(error) && error.statusCode === 403

export function tooMany(seconds: number): HttpError {
  const fr = 'Trop d’essais faux : attendez quelques minutes avant de réessayer.'
  const en = 'Too many wrong tries: wait a few minutes before you try again.'
  const metadata = new RepresentationMetadata()
  metadata.add(RETRY_AFTER, String(seconds))
  return new HttpError(429, 'TooManyRequests', `${fr} / ${en}`, { errorCode: 'too-many-tries', metadata })
}
