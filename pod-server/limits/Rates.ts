import { createHash } from 'node:crypto'
import { Recent } from '../Recent.ts'

/** How often something may be asked for. */
export interface Rate {
  /** For as long as one likes. */
  readonly perSecond: number
  /** At once, by whoever has not asked for a while. */
  readonly burst: number
}

/**
 * Who asked how much, by names: of each, one moment is kept, at which all that it asked would have been asked at its rate
 * (the generic cell rate algorithm; ITU-T I.371, annex A). Names that have not asked for longest are forgotten first.
 */
export class Rates {
  /** Milliseconds. */
  private readonly due: Recent<number>

  /** `most`: names that are kept, some hundred bytes each. */
  constructor(most: number) {
    this.due = new Recent(most)
  }

  get size(): { readonly kept: number; readonly most: number } {
    return this.due.size
  }

  /**
   * Counts one request, where it may be.
   *
   * @param now - Milliseconds of a clock that is never set back.
   * @returns milliseconds until it may be; 0: now.
   */
  take(name: string, { perSecond, burst }: Rate, now: number): number {
    const each = 1000 / perSecond
    const kept = keptName(name)
    const due = Math.max(this.due.get(kept) ?? 0, now)
    const wait = due - now - each * (burst - 1)
    // Of sums of fractions, less than a millisecond is none.
    if (wait >= 1) return wait
    this.due.set(kept, due + each)
    return 0
  }

  /** What was counted was not to be. */
  giveBack(name: string, { perSecond }: Rate): void {
    const kept = keptName(name)
    const due = this.due.get(kept)
    if (due !== undefined) this.due.set(kept, due - 1000 / perSecond)
  }
}

const longest = 200

/** Names from elsewhere, as WebIDs, may be of any length. */
const keptName = (name: string): string =>
  name.length > longest ? createHash('sha256').update(name).digest('base64url') : name
