import { hash } from 'node:crypto'

/** Proofs remembered at most; beyond that none is taken, rather than one forgotten. Some 100 bytes each. */
const maxProofs = 4_000_000

/** What a set begins with. */
interface Beginning {
  /** UTC milliseconds. */
  readonly now?: number
  readonly most?: number
  /** The names of proofs that were taken before. */
  readonly taken?: readonly string[]
  /** UTC milliseconds: no proof is taken that was made before, for it may have been taken. */
  readonly madeSince?: number
}

/**
 * The proofs that were used, kept for as long as they could be used again, however many there are: two generations, of
 * which the elder is dropped when the younger is a whole period old.
 */
export class ReplaySet {
  private readonly period: number
  private readonly most: number
  private readonly madeSince: number
  private young: Set<string>
  private old = new Set<string>()
  private since: number

  /** `period`: milliseconds in which a proof could come again. */
  constructor(
    period: number,
    { now = Date.now(), most = maxProofs, taken = [], madeSince = 0 }: Beginning = {},
  ) {
    this.period = period
    this.most = most
    this.since = now
    this.young = new Set(taken)
    this.madeSince = madeSince / 1000
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.young.size + this.old.size, most: this.most }
  }

  /** Of all that are remembered. */
  get names(): readonly string[] {
    return [...this.old, ...this.young]
  }

  /** Takes a proof of a key by its `jti`. `made`: in seconds, where it says so. @returns whether it is its first use. */
  take(thumbprint: string, jti: string, now = Date.now(), made = Number.POSITIVE_INFINITY): boolean {
    this.age(now)
    if (made < this.madeSince) return false
    const name = hash('sha256', `${thumbprint} ${jti}`, 'base64').slice(0, 24)
    if (this.young.has(name) || this.old.has(name) || this.size.kept >= this.most) return false
    this.young.add(name)
    return true
  }

  private age(now: number): void {
    const periods = Math.floor((now - this.since) / this.period)
    if (periods < 1) return
    this.old = periods === 1 ? this.young : new Set()
    this.young = new Set()
    this.since = now
  }
}
