import type { Settings } from '../settings.ts'
import { type Bound, type Shares, Turns } from '../Turns.ts'
import { Callables, nameServers } from './Callables.ts'
import { type Found, get } from './get.ts'
import type { Unread } from './unread.ts'
import { within } from './within.ts'

/** Somebody waits for the answer: few wait, and not for long. */
const shares: Shares = { atOnce: 16, kept: 8, waiting: 256, sender: { atOnce: 4, waiting: 32 } }
const aHost: Bound = { atOnce: 2, waiting: 32 }

/** With the look-up of the name. */
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
   * In turn, with the wait for it in its time.
   *
   * @param sender - On whose behalf: senders share the places.
   * @returns undefined for whatever was not had.
   */
  async read(url: string, sender: string, accept: string, maxBytes: number): Promise<Found | undefined> {
    const signal = AbortSignal.timeout(maxMs)
    const found = await this.inTurn(url, sender, () => this.call(url, accept, maxBytes, signal), signal)
    return typeof found === 'string' ? undefined : found
  }

  /**
   * Does its work with a turn for this address, which is given back at its end.
   *
   * @returns 'busy' when there was none in time.
   */
  async inTurn<T>(
    url: string,
    sender: string,
    work: () => Promise<T>,
    signal = AbortSignal.timeout(maxMs),
  ): Promise<T | 'busy'> {
    const names = URL.canParse(url) ? { [`host ${new URL(url).host}`]: aHost } : {}
    const turn = this.turns.take(sender, names)
    const release = await within(turn, signal)
    if (!release) {
      void turn.then((late) => late?.())
      return 'busy'
    }
    try {
      return await work()
    } finally {
      release()
    }
  }

  /** At once, whoever else calls. */
  async call(
    url: string,
    accept: string,
    maxBytes: number,
    signal = AbortSignal.timeout(maxMs),
  ): Promise<Found | Unread> {
    try {
      const addresses = (await within(this.callables.of(url), signal)) ?? 'slow'
      if (typeof addresses === 'string') return addresses
      return await get(new URL(url), addresses, accept, maxBytes, signal)
    } catch {
      return signal.aborted ? 'slow' : 'no-answer'
    }
  }
}
