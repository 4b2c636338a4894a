/** How many may hold a place under one name at the same time, and how many may wait for one. */
export interface Bound {
  readonly atOnce: number
  readonly waiting: number
}

/** Whoever takes a place takes it under several names (all, a host, a pod), each with its bound. */
export type Names = Readonly<Record<string, Bound>>

interface Waiter {
  readonly names: Names
  readonly begin: () => void
}

/** Places taken in order of arrival by those whose names all have one left: one busy name holds up no other. */
export class Turns {
  private readonly taken = new Map<string, number>()
  private readonly waiters: Waiter[] = []

  /** Waits for a place. @returns what gives it back; undefined at once when too many wait already. */
  async take(names: Names): Promise<(() => void) | undefined> {
    if (!this.isFree(names)) {
      if (!this.mayWait(names)) return undefined
      await new Promise<void>((begin) => {
        this.waiters.push({ names, begin })
      })
    } else this.add(names, 1)
    let held = true
    return () => {
      if (!held) return
      held = false
      this.add(names, -1)
      this.next()
    }
  }

  private next(): void {
    for (let at = 0; at < this.waiters.length; ) {
      const { names, begin } = this.waiters[at] as Waiter
      if (this.isFree(names)) {
        this.waiters.splice(at, 1)
        this.add(names, 1)
        begin()
      } else at++
    }
  }

  private isFree(names: Names): boolean {
    return Object.entries(names).every(([name, { atOnce }]) => (this.taken.get(name) ?? 0) < atOnce)
  }

  private mayWait(names: Names): boolean {
    return Object.entries(names).every(
      ([name, { waiting }]) => this.waiters.filter((it) => name in it.names).length < waiting,
    )
  }

  private add(names: Names, count: 1 | -1): void {
    for (const name in names) {
      const left = (this.taken.get(name) ?? 0) + count
      if (left === 0) this.taken.delete(name)
      else this.taken.set(name, left)
    }
  }
}
