import { HttpError, RepresentationMetadata } from '@solid/community-server'
import { Recent } from '../Recent.ts'
import { RETRY_AFTER } from '../storage/metadata.ts'

/** Wrong passwords for an e-mail address in ten minutes, from one place. */
const most = 10
const windowMs = 10 * 60_000
/** Of places and e-mail addresses, some hundred bytes each: to push one out takes as many log-ins, each of which is hashed. */
const maxKept = 10_000

/**
 * Counts the log-ins that failed, by e-mail address and where they came from: a stranger who tries the passwords of a
 * citizen keeps nobody else out.
 */
export class WrongLogIns {
  private readonly counts = new Recent<{ count: number; readonly until: number }>(maxKept)

  /**
   * A try, counted before it is made: many at once are not more than one after another. The right one ends the count.
   *
   * @throws HttpError 429 `too-many-tries`, and what `logIn` throws: of which anything but 403 was no try.
   */
  async tried<T>(who: string, logIn: () => Promise<T>, now = Date.now()): Promise<T> {
    const known = this.counts.get(who)
    const counted = known && known.until > now ? known : { count: 0, until: now + windowMs }
    if (counted.count >= most) throw tooMany(Math.ceil((counted.until - now) / 1000))
    this.counts.set(who, counted)
    counted.count += 1
    try {
      const answer = await logIn()
      this.counts.delete(who)
      return answer
    } catch (error) {
      if (!(HttpError.isInstance(error) && error.statusCode === 403)) counted.count -= 1
      throw error
    }
  }
}

function tooMany(seconds: number): HttpError {
  const fr = 'Trop d’essais faux : attendez quelques minutes avant de réessayer.'
  const en = 'Too many wrong tries: wait a few minutes before you try again.'
  const metadata = new RepresentationMetadata()
  metadata.add(RETRY_AFTER, String(seconds))
  return new HttpError(429, 'TooManyRequests', `${fr} / ${en}`, { errorCode: 'too-many-tries', metadata })
}
