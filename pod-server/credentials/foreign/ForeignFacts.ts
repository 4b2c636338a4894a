import { Recent } from '../../Recent.ts'
import { type Shares, Turns } from '../../Turns.ts'

/** Of the reader's places: half of them are for issuers, which anybody may name, and half for the WebIDs of signed tokens. */
const shares: Shares = { atOnce: 8, kept: 4, waiting: 128, sender: { atOnce: 4, waiting: 16 } }
/** A place is held that long at least: what is read takes time here too, and nobody has it read 20 times a second. */
const minHoldMs = 200
/** Milliseconds for which one stranger does not have tried again what failed. */
const failedMs = 5000

export interface Fact<T> {
  readonly value: T
  /** UTC milliseconds at which it was read. */
  readonly at: number
}

/**
 * What documents elsewhere say, by a name, for a while. What was read is for all; what is tried, waits or has failed is
 * for the stranger alone on whose word it was tried: nobody spoils it for another.
 */
export class ForeignFacts<T> {
  private readonly read: (name: string, sender: string) => Promise<T | undefined>
  private readonly keptMs: number
  private readonly turns = new Turns(shares)
  private readonly known: Recent<Fact<T>>
  /** UTC milliseconds until which each is not tried again, by stranger and name. */
  private readonly failed: Recent<number>
  /** By stranger and name. */
  private readonly underWay = new Map<string, Promise<Fact<T> | undefined>>()

  /** `keptMs`: for which a fact counts as it was read. `most`: facts kept. */
  constructor(
    read: (name: string, sender: string) => Promise<T | undefined>,
    { keptMs, most }: { readonly keptMs: number; readonly most: number },
  ) {
    this.read = read
    this.keptMs = keptMs
    this.known = new Recent(most)
    this.failed = new Recent(most)
  }

  get size(): { readonly kept: number; readonly most: number } {
    const [known, failed] = [this.known.size, this.failed.size]
    return { kept: known.kept + failed.kept, most: known.most + failed.most }
  }

  /**
   * @param sender - On whose word it is read: strangers share the places.
   * @param maxAgeMs - If what was read before that does not do.
   * @returns undefined for what was not had.
   */
  async of(name: string, sender: string, maxAgeMs = this.keptMs): Promise<Fact<T> | undefined> {
    const known = this.fresh(name, maxAgeMs)
    if (known) return known
    const attempt = `${sender} ${name}`
    if ((this.failed.get(attempt) ?? 0) > Date.now()) return undefined
    return this.underWay.get(attempt) ?? this.begin(attempt, name, sender, maxAgeMs)
  }

  private begin(attempt: string, name: string, sender: string, maxAgeMs: number) {
    const trying = this.attempt(attempt, name, sender, maxAgeMs).finally(() => this.underWay.delete(attempt))
    this.underWay.set(attempt, trying)
    return trying
  }

  private fresh(name: string, maxAgeMs: number): Fact<T> | undefined {
    const known = this.known.get(name)
    return known && Date.now() - known.at < maxAgeMs ? known : undefined
  }

  private async attempt(attempt: string, name: string, sender: string, maxAgeMs: number) {
    const release = await this.turns.take(sender)
    if (!release) return undefined
    // Somebody else may have had it in the meantime.
    const known = this.fresh(name, maxAgeMs)
    if (known) {
      release()
      return known
    }
    const since = performance.now()
    try {
      const at = Date.now()
      const value = await this.read(name, sender)
      if (value === undefined) {
        this.failed.set(attempt, Date.now() + failedMs)
        return undefined
      }
      const fact = { value, at }
      this.known.set(name, fact)
      return fact
    } finally {
      setTimeout(release, minHoldMs - (performance.now() - since)).unref()
    }
  }
}
