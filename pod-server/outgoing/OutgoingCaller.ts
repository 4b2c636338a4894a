import { Resolver } from 'node:dns/promises'
import type { Settings } from '../settings.ts'
import { type Bound, type Names, type Shares, Turns } from '../Turns.ts'
import { addressesIn, type Fault, faultOfAddresses, faultOfUrl, type Reach, reachOf } from './callable.ts'
import { get, type Page } from './get.ts'
import { networkOf } from './network.ts'
import { type Message, post } from './post.ts'
import { SlowHosts } from './SlowHosts.ts'

/** `failed`: the receiver's doing. `dropped`: ours, or nobody wants it any more. */
export type Outcome = 'delivered' | 'failed' | 'dropped'

/** One sender's slow receivers leave places for the others'; and many senders', for one more. */
const shares: Shares = { atOnce: 64, kept: 24, waiting: 4096, sender: { atOnce: 8, waiting: 256 } }
/** With the time that a place is held at least: no host is called more than 20 times a second. */
const aHost: Bound = { atOnce: 4, waiting: 256 }
/** One that is slow, or fails, is called by one at a time until it is well. */
const aSlowHost: Bound = { ...aHost, atOnce: 1 }
/** However many names lead to it: 80 times a second. */
const anAddress: Bound = { atOnce: 16, waiting: 1024 }
const minHoldMs = 200

/** From the connection to the end of the answer. */
const maxCallMs = 10_000
/** A message that its turn has not come to by then is stale. */
const maxWaitMs = 60_000
const maxMessageBytes = 16 * 1024
const maxAddresses = 8

/**
 * Posts to addresses that strangers give. It calls the very addresses that it has judged, only so many at once, only so
 * long, and lets nobody know what was answered.
 */
export class OutgoingCaller {
  private readonly reach: Reach
  private readonly resolver: Resolver
  private readonly lookups = new Turns(shares)
  private readonly calls = new Turns(shares)
  private readonly slow = new SlowHosts()

  /** `resolver`: asks name servers only, never the machine's own list of names, and holds no thread while it waits. */
  constructor(settings: Settings, resolver = new Resolver({ timeout: 2000, tries: 2 })) {
    this.reach = reachOf(settings)
    this.resolver = resolver
  }

  /** Why an address cannot be called; undefined when it can, as far as is known now. */
  async faultOf(url: string): Promise<Fault | undefined> {
    const found = await this.addresses(url)
    return typeof found === 'string' ? found : undefined
  }

  /**
   * Posts a message when its turn comes.
   *
   * @param sender - On whose behalf: senders share the places.
   * @param prepare - Makes the message then; undefined when it is not to be sent any more.
   */
  async post(url: string, sender: string, prepare: () => Promise<Message | undefined>): Promise<Outcome> {
    const outcome = await this.calling(url, sender, async (addresses) => {
      const message = await prepare()
      if (!message || sizeOf(message) > maxMessageBytes) return 'dropped'
      return this.call(new URL(url), addresses, message)
    })
    return outcome ?? 'dropped'
  }

  /**
   * Reads a small document when its turn comes.
   *
   * @returns undefined when it is too large, when nobody answers, or when too many wait.
   */
  async get(url: string, sender: string, accept: string): Promise<Page | undefined> {
    const page = await this.calling(url, sender, async (addresses) => {
      const since = Date.now()
      const { host } = new URL(url)
      const found = await get(new URL(url), addresses, accept, AbortSignal.timeout(maxCallMs)).catch(
        () => undefined,
      )
      this.slow.note(host, found === undefined, Date.now() - since)
      return found
    })
    return typeof page === 'string' ? undefined : page
  }

  /** Calls an address when its turn comes: the very addresses that were judged. */
  private async calling<T>(
    url: string,
    sender: string,
    work: (addresses: readonly string[]) => Promise<T>,
  ): Promise<T | Outcome | undefined> {
    const since = Date.now()
    const found = await this.inTurn(this.lookups, sender, {}, () => this.addresses(url))
    if (found === undefined) return 'dropped'
    if (typeof found === 'string') return 'failed'
    const { host } = new URL(url)
    const names = {
      [`host ${host}`]: this.boundOf(host),
      [`address ${networkOf(found[0] ?? '')}`]: anAddress,
    }
    const inTime = async () => (Date.now() - since > maxWaitMs ? 'dropped' : work(found))
    return this.inTurn<T | Outcome>(this.calls, sender, names, inTime, minHoldMs)
  }

  private async call(url: URL, addresses: readonly string[], message: Message): Promise<Outcome> {
    const since = Date.now()
    const status = await post(url, addresses, message, AbortSignal.timeout(maxCallMs)).catch(() => 0)
    const delivered = status >= 200 && status < 300
    this.slow.note(url.host, !delivered, Date.now() - since)
    return delivered ? 'delivered' : 'failed'
  }

  private boundOf(host: string): Bound {
    const { slow } = this
    return {
      waiting: aHost.waiting,
      get atOnce() {
        return (slow.has(host) ? aSlowHost : aHost).atOnce
      },
    }
  }

  private async addresses(text: string): Promise<readonly string[] | Fault> {
    const fault = faultOfUrl(text, this.reach)
    if (fault) return fault
    const url = new URL(text)
    const addresses = addressesIn(url) ?? (await this.resolve(url.hostname))
    return faultOfAddresses(url, addresses, this.reach) ?? addresses.slice(0, maxAddresses)
  }

  private async resolve(name: string): Promise<readonly string[]> {
    const found = await Promise.allSettled([this.resolver.resolve4(name), this.resolver.resolve6(name)])
    return found.flatMap((it) => (it.status === 'fulfilled' ? it.value : []))
  }

  private async inTurn<T>(
    turns: Turns,
    sender: string,
    names: Names,
    work: () => Promise<T>,
    holdMs = 0,
  ): Promise<T | undefined> {
    const release = await turns.take(sender, names)
    if (!release) return undefined
    const end = Date.now() + holdMs
    try {
      return await work()
    } finally {
      const left = end - Date.now()
      if (left > 0) setTimeout(release, left).unref()
      else release()
    }
  }
}

const sizeOf = ({ headers, body }: Message): number =>
  Buffer.byteLength(body) + Object.entries(headers).reduce((sum, it) => sum + it.join(': ').length, 0)
