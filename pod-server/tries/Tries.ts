import { createHash } from 'node:crypto'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Recent } from '../Recent.ts'

/** How many wrong tries there may be under a name. */
export interface Limit {
  readonly most: number
  /** From the first of them. */
  readonly windowMs: number
  /** Whether the right one ends the count: else it was none, and no more. */
  readonly endsRight?: boolean
}

interface Count {
  count: number
  /** UTC milliseconds. */
  readonly until: number
  isWritten?: boolean
}

/** There were too many. */
export class TooManyTries extends Error {
  override name = 'TooManyTries'
  readonly code = 'too-many-tries'
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super(`too many tries: again in ${retryAfterSeconds} s`)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

const space = 'tries'
/** Names at hand, some hundred bytes each. */
const maxKept = 10_000

/**
 * Counts wrong tries to show who one is, by names. What is wrong is on disk before it is said: no restart forgets it. It ends by
 * itself; where whoever comes chooses a name, the place that asks has a limit too: nobody fills the disk with it.
 */
export class Tries {
  private readonly engine: PodEngine
  private readonly counts = new Recent<Count>(maxKept)

  constructor(engine: PodEngine) {
    this.engine = engine
  }

  /**
   * A try, counted before it is made: many at once are not more than one after another.
   *
   * @param isWrong of what `work` throws: anything else was no try.
   * @throws TooManyTries, and what `work` throws.
   */
  async tried<T>(
    limits: Readonly<Record<string, Limit>>,
    work: () => Promise<T>,
    isWrong: (error: unknown) => boolean,
    now = Date.now(),
  ): Promise<T> {
    const all = await Promise.all(
      Object.entries(limits).map(async ([name, limit]) => ({
        name,
        limit,
        stored: await this.stored(name),
      })),
    )
    // From here to the count nothing is waited for.
    const counted = all.map((it) => ({ ...it, kept: this.current(it.name, it.limit, it.stored, now) }))
    const spent = counted.filter(({ kept, limit }) => kept.count >= limit.most)
    if (spent.length > 0)
      throw new TooManyTries(Math.max(...spent.map(({ kept }) => secondsTo(kept.until, now))))
    for (const { kept } of counted) kept.count += 1
    try {
      const answer = await work()
      for (const { kept, limit } of counted) kept.count = limit.endsRight ? 0 : kept.count - 1
      await this.forget(counted.filter(({ limit, kept }) => limit.endsRight && kept.isWritten))
      return answer
    } catch (error) {
      if (isWrong(error)) await this.write(counted)
      else for (const { kept } of counted) kept.count -= 1
      throw error
    }
  }

  /** Something that counts whether it succeeds or not, written down before it is done. @throws TooManyTries */
  async spend(limits: Readonly<Record<string, Limit>>, now = Date.now()): Promise<void> {
    const spent = new Error('spent')
    const isSpent = (error: unknown) => error === spent
    const work = () => Promise.reject(spent)
    await this.tried(limits, work, isSpent, now).catch((error) => {
      if (!isSpent(error)) throw error
    })
  }

  /** Forgets what there was under these names. */
  async forgive(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const kept = this.counts.get(name)
      if (kept) kept.count = 0
    }
    const changes = names.map((name) => ({ kind: 'delete-value', space, key: keyOf(name) }) as const)
    await this.engine.commit({ changes })
  }

  /** What an earlier run of the server, or one that had no room, has written down. */
  private async stored(name: string): Promise<Count | undefined> {
    if (this.counts.get(name)) return undefined
    const found = await this.engine.value(space, keyOf(name))
    return found && (JSON.parse(found.value) as Count)
  }

  private current(name: string, { windowMs }: Limit, stored: Count | undefined, now: number): Count {
    const known = this.counts.get(name) ?? stored
    const kept = known && known.until > now ? known : { count: 0, until: now + windowMs }
    this.counts.set(name, kept)
    return kept
  }

  private async write(counted: readonly { readonly name: string; readonly kept: Count }[]): Promise<void> {
    const changes = counted.map(({ name, kept }) => {
      const value = JSON.stringify({ ...kept, isWritten: true })
      return { kind: 'set-value', space, key: keyOf(name), value, expires: kept.until } as const
    })
    for (const { kept } of counted) kept.isWritten = true
    await this.engine.commit({ changes })
  }

  private async forget(counted: readonly { readonly name: string; readonly kept: Count }[]): Promise<void> {
    for (const { kept } of counted) kept.isWritten = false
    const changes = counted.map(({ name }) => ({ kind: 'delete-value', space, key: keyOf(name) }) as const)
    if (changes.length > 0) await this.engine.commit({ changes })
  }
}

/** Neither an address nor an e-mail address is in a back-up for its own sake. */
const keyOf = (name: string): string => createHash('sha256').update(name).digest('base64url')

const secondsTo = (until: number, now: number): number => Math.ceil((until - now) / 1000)
