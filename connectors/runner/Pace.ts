import { ConnectorError } from '../errors.ts'

/** A server that asks to be left alone for longer is given up: the run is begun again later. */
const longestHoldMs = 10 * 60_000
/** Requests in a row that got no useful answer, each after all its attempts. */
const mostGivenUp = 5

/**
 * How fast one server is asked, by all that ask it in one run: so many requests at once, none while the server wants a rest
 * (429), one alone to see whether the rest is over, none any more once it has stayed silent.
 */
export class Pace {
  private readonly atOnce: number
  private readonly now: () => number
  private readonly waiting: (() => void)[] = []
  private underWay = 0
  private restUntil = 0
  private timer: NodeJS.Timeout | undefined
  /** The server wanted a rest, and has not answered since. */
  private careful = false
  private givenUp = 0

  constructor(atOnce: number, now = Date.now) {
    this.atOnce = atOnce
    this.now = now
  }

  /** Waits for a turn, which `end` gives back. @throws ConnectorError `interrupted`, `server-busy`. */
  async turn(signal: AbortSignal): Promise<void> {
    while (!this.isFree) {
      this.assertWorthAsking(signal)
      await this.change(signal)
    }
    this.assertWorthAsking(signal)
    this.underWay += 1
  }

  /** @param rest what the server asks for, in milliseconds, where it wants to be asked less. */
  end(how: 'answered' | 'no-answer' | { readonly rest: number }): void {
    this.underWay -= 1
    if (how === 'answered') {
      this.careful = false
      this.givenUp = 0
    } else if (how !== 'no-answer') this.hold(how.rest)
    this.wake()
  }

  /** A request was given up, after its attempts. */
  giveUp(): void {
    this.givenUp += 1
    this.wake()
  }

  private hold(ms: number): void {
    this.careful = true
    if (ms > longestHoldMs) this.givenUp = mostGivenUp
    this.restUntil = Math.max(this.restUntil, this.now() + ms)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.wake(), Math.min(this.restUntil - this.now(), longestHoldMs) + 1)
    // It wakes who waits for it, and keeps no process alive that waits for nothing.
    if (this.waiting.length === 0) this.timer.unref()
  }

  private get isFree(): boolean {
    return this.now() >= this.restUntil && this.underWay < (this.careful ? 1 : this.atOnce)
  }

  private assertWorthAsking(signal: AbortSignal): void {
    if (signal.aborted) throw new ConnectorError('interrupted')
    if (this.givenUp >= mostGivenUp) throw new ConnectorError('server-busy')
  }

  private wake(): void {
    for (const go of this.waiting.splice(0)) go()
  }

  private change(signal: AbortSignal): Promise<void> {
    return new Promise((done) => {
      this.timer?.ref()
      const go = (): void => {
        signal.removeEventListener('abort', go)
        const at = this.waiting.indexOf(go)
        if (at >= 0) this.waiting.splice(at, 1)
        // Whoever is interrupted waits for nothing, and nor does the process.
        if (this.waiting.length === 0) this.timer?.unref()
        done()
      }
      signal.addEventListener('abort', go, { once: true })
      this.waiting.push(go)
    })
  }
}

/** One for each server of a run. */
export class Paces {
  private readonly atOnce: number
  private readonly all = new Map<string, Pace>()

  /** @param atOnce requests to one server. */
  constructor(atOnce: number) {
    this.atOnce = atOnce
  }

  of(url: string): Pace {
    const { origin } = new URL(url)
    const pace = this.all.get(origin) ?? new Pace(this.atOnce)
    this.all.set(origin, pace)
    return pace
  }
}
