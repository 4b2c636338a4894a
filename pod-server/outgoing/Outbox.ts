import { AsyncResource } from 'node:async_hooks'
import { getLoggerFor, Initializer } from '@solid/community-server'
import type { Change, PodEngine, SetValue } from '../engine/PodEngine.ts'
import type { Outcome } from './OutgoingCaller.ts'

/** What is on its way, and is tried again. */
export interface Waiting {
  readonly id: string
  readonly attempts: number
  /** UTC milliseconds. */
  readonly due: number
  readonly until: number
}

const minute = 60_000
/** Between one attempt and the next. */
const delays = [1, 5, 30, 120, 480, 600].map((minutes) => minutes * minute)
/** The longest that nobody looks. */
const maxPauseMs = 10 * minute

/** How many are under way at once: of all, and of one share. */
interface AtOnce {
  readonly all: number
  readonly ofShare: number
}

/**
 * Letters that were committed with what they tell of, so that no crash loses one, and nobody's request waits for it: an
 * engine's values, brought by `deliver`, less and less often until their time is over.
 */
export abstract class Outbox<T extends Waiting> extends Initializer {
  protected readonly logger = getLoggerFor(this)
  protected readonly engine: PodEngine
  private readonly space: string
  private readonly atOnce: AtOnce
  /** By the letter, its share. */
  private readonly underWay = new Map<string, string>()
  private timer: NodeJS.Timeout | undefined

  constructor(engine: PodEngine, space: string, atOnce: AtOnce) {
    super()
    this.engine = engine
    this.space = space
    this.atOnce = atOnce
  }

  /** Letters of one share hold up no others: those of a pod, or to a host. */
  protected abstract shareOf(letter: T): string
  protected abstract deliver(letter: T): Promise<Outcome>

  /** Begins with what an earlier run has left. */
  override async handle(): Promise<void> {
    // Nothing of the request that has committed them goes with them.
    this.engine.watch(
      this.space,
      AsyncResource.bind(() => this.in(0)),
    )
    this.in(0)
  }

  /** Tries all that is due. `now`: UTC milliseconds. */
  async run(now: number): Promise<void> {
    let next = now + maxPauseMs
    const due: T[] = []
    for await (const { value } of this.engine.values(this.space)) {
      const letter = JSON.parse(value) as T
      if (this.underWay.has(letter.id)) continue
      if (letter.due > now) next = Math.min(next, letter.due)
      else if (this.hasTurn(letter)) {
        this.underWay.set(letter.id, this.shareOf(letter))
        due.push(letter)
      }
    }
    this.in(next - now)
    await Promise.all(due.map((letter) => this.send(letter, now)))
  }

  /** What waits is looked at when one is done. */
  private hasTurn(letter: T): boolean {
    const share = this.shareOf(letter)
    const its = [...this.underWay.values()].filter((it) => it === share).length
    return this.underWay.size < this.atOnce.all && its < this.atOnce.ofShare
  }

  private in(ms: number): void {
    clearTimeout(this.timer)
    const run = () =>
      this.run(Date.now()).catch((error: unknown) => {
        // A server that ends has closed its storage: the next one goes on.
        this.logger.warn(`${this.space} waits: ${error instanceof Error ? error.name : 'unknown'}`)
      })
    this.timer = setTimeout(run, ms).unref()
  }

  private async send(letter: T, now: number): Promise<void> {
    try {
      const outcome = await this.deliver(letter).catch((): Outcome => 'failed')
      const later = outcome === 'delivered' ? undefined : again(letter, now)
      const change: Change = later
        ? keptIn(this.space, later)
        : { kind: 'delete-value', space: this.space, key: letter.id }
      await this.engine.commit({ changes: [change] })
    } finally {
      this.underWay.delete(letter.id)
    }
  }
}

/** The letter for its next attempt; undefined when it is given up. */
function again<T extends Waiting>(letter: T, now: number): T | undefined {
  const delay = delays[letter.attempts]
  if (delay === undefined || now + delay >= letter.until) return undefined
  return { ...letter, attempts: letter.attempts + 1, due: now + delay }
}

/** A letter in an outbox, to be committed with what it tells of. */
export const keptIn = (space: string, letter: Waiting): SetValue => ({
  kind: 'set-value',
  space,
  key: letter.id,
  value: JSON.stringify(letter),
  expires: letter.until,
})
