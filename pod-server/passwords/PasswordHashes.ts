import { HttpError, RepresentationMetadata } from '@solid/community-server'
import bcrypt from 'bcryptjs'
import { RETRY_AFTER } from '../storage/metadata.ts'
import { type Shares, Turns } from '../Turns.ts'
import { assertGood } from './new-password.ts'
import { type Cost, cost, hashOf, hashOfNothing, isCurrent, isHashOf } from './scrypt-hash.ts'

/** Two of libuv's four threads: files and compressed bodies need the others. Whoever logs in often waits for others. */
const usual: Shares = { atOnce: 2, kept: 0, waiting: 128, sender: { atOnce: 1, waiting: 64 } }
const retryAfterSeconds = 5

/**
 * Hashes of passwords, made and checked a few at a time; spaces around one are none of it, as CSS's log-in has it. `login`:
 * whose they are; one that is tried often holds up no other.
 */
export class PasswordHashes {
  private readonly turns: Turns
  private readonly cost: Cost

  constructor(shares = usual, costing = cost) {
    this.turns = new Turns(shares)
    this.cost = costing
  }

  /** Of a password that a citizen may choose. @throws HttpError 503 `busy` when too many wait already; 400 (see assertGood) */
  ofNew(password: string, email: string): Promise<string> {
    return this.inTurn(email, async () => {
      await assertGood(password.trim(), email)
      return hashOf(password.trim(), this.cost)
    })
  }

  /** @throws HttpError 503 `busy` */
  of(password: string, login: string): Promise<string> {
    return this.inTurn(login, () => hashOf(password.trim(), this.cost))
  }

  /** Whether a hash, of ours or of CSS's own store, was made of a password. @throws HttpError 503 `busy` */
  matches(hash: string, password: string, login: string): Promise<boolean> {
    return this.inTurn(login, () =>
      isBcrypt(hash) ? bcrypt.compare(password.trim(), hash) : isHashOf(hash, password.trim()),
    )
  }

  /** A hash that was made of no password, and takes as long to check. */
  ofNothing(): string {
    return hashOfNothing(this.cost)
  }

  isCurrent(hash: string): boolean {
    return isCurrent(hash, this.cost)
  }

  private async inTurn<T>(login: string, work: () => Promise<T>): Promise<T> {
    const giveBack = await this.turns.take(login)
    if (!giveBack) throw busy()
    try {
      return await work()
    } finally {
      giveBack()
    }
  }
}

export const isBcrypt = (hash: string): boolean => /^\$2[aby]\$/.test(hash)

function busy(): HttpError {
  const fr = 'Trop de personnes se connectent en ce moment : réessayez dans quelques secondes.'
  const en = 'Too many people are logging in at this moment: try again in a few seconds.'
  const metadata = new RepresentationMetadata()
  metadata.add(RETRY_AFTER, String(retryAfterSeconds))
  return new HttpError(503, 'ServiceUnavailable', `${fr} / ${en}`, { errorCode: 'busy', metadata })
}
