import type { Settings } from '../settings.ts'
import { type Bound, type Shares, Turns } from '../Turns.ts'
import { Callables, nameServers } from './Callables.ts'
import { type Found, get } from './get.ts'

/** Somebody waits for the answer: few wait, and not for long. */
const shares: Shares = { atOnce: 16, kept: 8, waiting: 256, sender: { atOnce: 4, waiting: 32 } }
const aHost: Bound = { atOnce: 2, waiting: 32 }

/** With the look-up of the name, and the wait for a turn. */
const maxMs = 5000

/**
 * Reads small documents at addresses that strangers give, as nobody in particular. It calls the very addresses that it
 * has judged, follows no redirect, and takes only so much, for so long.
 */
export class OutgoingReader {
  private readonly callables: Callables
  private readonly turns = new Turns(shares)

  constructor(settings: Settings, resolver = nameServers()) {
    this.callables = new Callables(settings, resolver)
  }

  /**
   * @param sender - On whose behalf: senders share the places.
   * @returns undefined for whatever was not had.
   */
  async read(url: string, sender: string, accept: string, maxBytes: number): Promise<Found | undefined> {
    const signal = AbortSignal.timeout(maxMs)
    const ended = new Promise<undefined>((done) => {
      signal.addEventListener('abort', () => done(undefined))
    })
    try {
      return await Promise.race([ended, this.inTurn(url, sender, accept, maxBytes, signal)])
    } catch {
      return undefined
    }
  }

  private async inTurn(
    text: string,
    sender: string,
    accept: string,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Found | undefined> {
    if (!URL.canParse(text)) return undefined
    const url = new URL(text)
    const release = await this.turns.take(sender, { [`host ${url.host}`]: aHost })
    if (!release) return undefined
    try {
      const addresses = signal.aborted ? 'late' : await this.callables.of(text)
      if (typeof addresses === 'string' || signal.aborted) return undefined
      return await get(url, addresses, accept, maxBytes, signal)
    } finally {
      release()
    }
  }
}
