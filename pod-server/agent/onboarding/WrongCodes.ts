/** Wrong codes of a partner in ten minutes; nobody guesses 128 bits, but a fault of its own shall not knock for ever. */
const most = 50
const windowMs = 10 * 60_000

/** Counts the wrong codes of each registered partner: as many counts as there are partners, and no more. */
export class WrongCodes {
  private readonly counts = new Map<string, { count: number; readonly until: number }>()

  /** Seconds until a partner may try again; undefined when it may now. */
  wait(partner: string, now: number): number | undefined {
    const counted = this.counts.get(partner)
    if (!counted || counted.count < most || counted.until <= now) return undefined
    return Math.ceil((counted.until - now) / 1000)
  }

  add(partner: string, now: number): void {
    const counted = this.counts.get(partner)
    if (counted && now < counted.until) counted.count += 1
    else this.counts.set(partner, { count: 1, until: now + windowMs })
  }
}
