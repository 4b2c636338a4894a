import { hash } from 'node:crypto'

/** Proofs remembered at most; beyond that none is taken, rather than one forgotten. Some 100 bytes each. */
const maxProofs = 4_000_000

/**
 * The proofs that were used, kept for as long as they could be used again, however many there are: two generations, of
 * which the elder is dropped when the younger is a whole period old.
 */
export class ReplaySet {
  private readonly period: number
  private readonly most: number
  private young = new Set<string>()
  private old = new Set<string>()
  private since: number

  /** `period`: milliseconds in which a proof could come again. */
  constructor(period: number, now = Date.now(), most = maxProofs) {
    this.period = period
    this.most = most
    this.since = now
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.young.size + this.old.size, most: this.most }
  }

  /** Takes a proof of a key by its `jti`. @returns whether it is its first use. */
  take(thumbprint: string, jti: string, now = Date.now()): boolean {
    this.age(now)
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
