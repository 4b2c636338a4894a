import { setTimeout as pause } from 'node:timers/promises'
import { HttpError } from '@solid/community-server'
import { isConflict } from '../engine/errors.ts'

const maxAttempts = 10

/**
 * Does work again from the start as long as somebody else was first, which `isWorthIt` tells by the error.
 *
 * @throws HttpError 503 when that does not end.
 */
export async function attempts<T>(
  attempt: () => Promise<T>,
  isWorthIt: (error: unknown) => boolean = isConflict,
): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isWorthIt(error)) throw error
      if (count === maxAttempts)
        throw new HttpError(503, 'ServiceUnavailable', 'Too many writers at once: try again.')
      // Those that collided do not come back at the same moment.
      await pause(Math.random() * 2 ** count)
    }
  }
}
