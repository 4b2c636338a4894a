import type { OneByOne } from '../storage/OneByOne.ts'

/** What somebody waits for. */
export interface Waiting<T, R> {
  readonly it: T
  readonly end: (result: R | undefined) => void
}

/** Work on things of one name, all of what has come meanwhile at a time. */
export class Together<T, R> {
  private readonly turns: OneByOne
  private readonly work: (name: string, all: readonly Waiting<T, R>[]) => Promise<void>
  private readonly waiting = new Map<string, Waiting<T, R>[]>()

  /** `work` ends what it does; what it leaves, or breaks with, ends with nothing. */
  constructor(turns: OneByOne, work: (name: string, all: readonly Waiting<T, R>[]) => Promise<void>) {
    this.turns = turns
    this.work = work
  }

  /** @returns undefined for what was not done. */
  add(name: string, it: T): Promise<R | undefined> {
    return new Promise((end) => {
      const others = this.waiting.get(name)
      if (others) others.push({ it, end })
      else void this.begin(name, [{ it, end }])
    })
  }

  private async begin(name: string, all: Waiting<T, R>[]): Promise<void> {
    this.waiting.set(name, all)
    try {
      await this.turns.run(name, () => {
        this.waiting.delete(name)
        return this.work(name, all)
      })
    } catch {
      // Told by whoever does it then.
    } finally {
      for (const { end } of all) end(undefined)
    }
  }
}
