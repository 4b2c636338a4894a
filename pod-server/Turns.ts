/** How many may hold a place under one name at the same time, and how many may wait for one. */
export interface Bound {
  /** Read again whenever a place is to be had. */
  readonly atOnce: number
  readonly waiting: number
}

/** Whoever takes a place takes it under several names (a host, an address), each with its bound. */
export type Names = Readonly<Record<string, Bound>>

/** The places there are, and how senders share them. */
export interface Shares {
  readonly atOnce: number
  /** Of these, for senders that hold none. */
  readonly kept: number
  readonly waiting: number
  readonly sender: Bound
}

interface Waiter {
  readonly sender: string
  readonly names: Names
  readonly end: (begun: boolean) => void
}

/**
 * Places, given in rotation: of those who wait and whose names all have one left, to the sender who holds the fewest, and
 * of these to the one who was served the longest ago. One busy name, and one busy sender, hold up no other.
 */
export class Turns {
  private readonly shares: Shares
  private readonly taken = new Map<string, number>()
  private readonly held = new Map<string, number>()
  private readonly waiters: Waiter[] = []
  /** Senders that hold places or wait, by when they were served last. */
  private readonly served = new Map<string, number>()
  private count = 0
  private clock = 0

  constructor(shares: Shares) {
    this.shares = shares
  }

  /** Waits for a place. @returns what gives it back; undefined when too many wait already. */
  async take(sender: string, names: Names = {}): Promise<(() => void) | undefined> {
    if (this.isFree(sender, names)) this.give(sender, names)
    else if (!this.mayWait(sender, names) || !(await this.wait(sender, names))) return undefined
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      this.giveBack(sender, names)
      this.next()
    }
  }

  private wait(sender: string, names: Names): Promise<boolean> {
    return new Promise((end) => {
      this.waiters.push({ sender, names, end })
    })
  }

  private next(): void {
    for (let next = this.first(); next; next = this.first()) {
      this.waiters.splice(this.waiters.indexOf(next), 1)
      this.give(next.sender, next.names)
      next.end(true)
    }
  }

  private first(): Waiter | undefined {
    if (this.count >= this.shares.atOnce) return undefined
    let first: Waiter | undefined
    for (const waiter of this.waiters) {
      if (first && !this.isBefore(waiter.sender, first.sender)) continue
      if (this.isFree(waiter.sender, waiter.names)) first = waiter
    }
    return first
  }

  private isBefore(one: string, other: string): boolean {
    const [a, b] = [this.held.get(one) ?? 0, this.held.get(other) ?? 0]
    return a < b || (a === b && (this.served.get(one) ?? 0) < (this.served.get(other) ?? 0))
  }

  private isFree(sender: string, names: Names): boolean {
    const { atOnce, kept, sender: bound } = this.shares
    const held = this.held.get(sender) ?? 0
    if (this.count >= atOnce - (held === 0 ? 0 : kept) || held >= bound.atOnce) return false
    return Object.entries(names).every(([name, { atOnce }]) => (this.taken.get(name) ?? 0) < atOnce)
  }

  private mayWait(sender: string, names: Names): boolean {
    const { waiting, sender: bound } = this.shares
    if (this.waitingOf(sender) >= bound.waiting) return false
    const isRoom = Object.entries(names).every(
      ([name, { waiting }]) => this.waiters.filter((it) => name in it.names).length < waiting,
    )
    return isRoom && (this.waiters.length < waiting || this.makeRoom(sender))
  }

  /** Whoever waits most often gives up their last place in the queue to somebody who waits less often. */
  private makeRoom(sender: string): boolean {
    const counts = new Map<string, number>()
    for (const it of this.waiters) counts.set(it.sender, (counts.get(it.sender) ?? 0) + 1)
    const [most = '', count = 0] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])
    if (count <= (counts.get(sender) ?? 0) + 1) return false
    const at = this.waiters.findLastIndex((it) => it.sender === most)
    this.waiters.splice(at, 1)[0]?.end(false)
    return true
  }

  private waitingOf(sender: string): number {
    return this.waiters.filter((it) => it.sender === sender).length
  }

  private give(sender: string, names: Names): void {
    this.clock += 1
    this.count += 1
    this.served.set(sender, this.clock)
    add(this.held, sender, 1)
    for (const name in names) add(this.taken, name, 1)
  }

  private giveBack(sender: string, names: Names): void {
    this.count -= 1
    add(this.held, sender, -1)
    for (const name in names) add(this.taken, name, -1)
    if (!this.held.has(sender) && this.waitingOf(sender) === 0) this.served.delete(sender)
  }
}

function add(counts: Map<string, number>, name: string, count: 1 | -1): void {
  const left = (counts.get(name) ?? 0) + count
  if (left === 0) counts.delete(name)
  else counts.set(name, left)
}
