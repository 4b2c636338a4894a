import type { KeyObject } from 'node:crypto'
import type { Soon } from '../soon.ts'
import { isSigned, isSignedBeside } from './signature.ts'

/** Checks on the thread pool at once: whoever comes then is not made to wait for what else its threads do. */
const mostBeside = 8

/**
 * Whether signatures hold. The first in a turn of the event loop is checked there, which costs least; those that come
 * with it are checked beside it by other threads, so that one check does not wait for another.
 */
export class SignatureChecks {
  private isFirst = true
  private beside = 0

  /** `key` has to fit the algorithm. */
  of(alg: string, key: KeyObject, signed: string, signature: Buffer): Soon<boolean> {
    if (!this.isFirst && this.beside < mostBeside) return this.checkBeside(alg, key, signed, signature)
    if (this.isFirst) setImmediate(() => (this.isFirst = true))
    this.isFirst = false
    return isSigned(alg, key, signed, signature)
  }

  private async checkBeside(
    alg: string,
    key: KeyObject,
    signed: string,
    signature: Buffer,
  ): Promise<boolean> {
    this.beside += 1
    try {
      return await isSignedBeside(alg, key, signed, signature)
    } finally {
      this.beside -= 1
    }
  }
}
