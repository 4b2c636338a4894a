import type { Statement } from '#vocab/graph'
import { beginningOf, type Mark, type Sealed } from '#vocab/journal/chain'
import { readPlainLog } from '#vocab/journal/plain-log'
import { type ReadLog, readLog } from '#vocab/journal/read-log'
import { Verifier } from '#vocab/journal/verify'
import { LDP } from '#vocab/namespaces'
import { decoded } from '../../shared/pod/decoded.ts'
import { eachOf } from '../../shared/pod/each-of.ts'
import { PodFailure } from '../../shared/pod/failure.ts'
import type { KeptHead } from './kept-head.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** The documents of the pod. Both reject with a PodFailure. */
export interface LogSource {
  turtle(url: string): Promise<string>
  parse(url: string, turtle: string): Promise<readonly Statement[]>
}

const daysAtOnce = 4
/** Milliseconds that the page is held up, at most. */
const atOnce = 40

/** A log, day by day as it is asked for, each day once: what is shown is what is verified. */
export class WholeLog {
  /** Their names, the last first. */
  readonly days: readonly string[]
  /** How many of them have been read. */
  done = 0
  private readonly source: LogSource
  private readonly pod: string
  private readonly bounds: ReadLog
  private readonly known = new Map<string, Promise<ReadLog>>()
  private readonly firstLines = new Map<string, number>()

  private constructor(source: LogSource, pod: string, bounds: ReadLog, days: readonly string[]) {
    this.source = source
    this.pod = pod
    this.bounds = bounds
    this.days = days
  }

  /** @param pod - Its address, with the slash. @throws PodFailure */
  static async begin(source: LogSource, pod: string): Promise<WholeLog> {
    const container = `${pod}log/`
    const statements = await statementsOf(source, container).catch((error: unknown) => {
      if (error instanceof PodFailure && error.kind === 'missing') return undefined
      throw error
    })
    // A pod in which nothing has happened has no log; one that this device has seen a line of is held to that line.
    if (!statements) {
      const beginning = beginningOf(nameOf(pod))
      return new WholeLog(source, pod, { lines: [], anchor: beginning, head: beginning }, [])
    }
    return new WholeLog(source, pod, readLog(statements, baseOf(pod)), daysIn(statements, container))
  }

  /** In the order of their numbers. @throws PodFailure */
  async lines(day: string): Promise<readonly Sealed[]> {
    return (await this.day(day)).lines
  }

  /** The day that a line stands on, or would: of the days that have been read. */
  dayOf(line: number): string | undefined {
    return this.days.find((day) => (this.firstLines.get(day) ?? Number.POSITIVE_INFINITY) <= line)
  }

  /** Reads all of it. `onProgress`: after each day. @throws PodFailure */
  async verify(before: KeptHead | undefined, onProgress: () => void): Promise<Verdict> {
    const bounds = await this.endsOf()
    await eachOf(this.days, daysAtOnce, async (day) => {
      await this.day(day)
      onProgress()
    })
    const verifier = new Verifier({ pod: nameOf(this.pod), ...bounds }, before ? [before] : [])
    let last: Sealed | undefined
    let begun = performance.now()
    for (const day of [...this.days].reverse()) {
      if (performance.now() - begun > atOnce) begun = await othersFirst()
      for (const line of (await this.day(day)).lines) {
        verifier.line(line)
        last = line
      }
    }
    const recorded = last?.recorded ?? before?.recorded ?? 0
    return verdictOf(verifier.end(), bounds, before, { ...bounds.head, recorded, seen: Date.now() })
  }

  /** A log goes on while it is read: the last day says how far it went when that was read. */
  private async endsOf(): Promise<{ anchor: Mark; head: Mark }> {
    const { anchor, head } = this.bounds
    if (!isMark(anchor) || !isMark(head)) throw new PodFailure('unreadable', `${this.pod}log/`)
    const [last] = this.days
    const later = last === undefined ? undefined : (await this.day(last)).head
    return { anchor, head: later && later.number > head.number ? later : head }
  }

  private day(day: string): Promise<ReadLog> {
    const known = this.known.get(day)
    if (known !== undefined) return known
    const reading = this.read(`${this.pod}log/${day}`).then((log) => {
      this.done += 1
      this.firstLines.set(day, log.lines[0]?.number ?? Number.POSITIVE_INFINITY)
      return log
    })
    this.known.set(day, reading)
    // Asked for again, it is read again.
    reading.catch(() => this.known.delete(day))
    return reading
  }

  /** As our server writes them they are read at once; anything else goes through the parser, which takes ten times as long. */
  private async read(url: string): Promise<ReadLog> {
    const turtle = await this.source.turtle(url)
    const base = baseOf(this.pod)
    return readPlainLog(turtle, base) ?? readLog(await this.source.parse(url, turtle), base)
  }
}

/** Of any document. @throws PodFailure */
export const statementsOf = async (source: LogSource, url: string): Promise<readonly Statement[]> =>
  source.parse(url, await source.turtle(url))

/** Lets the page be drawn and used. @returns when it goes on. */
const othersFirst = (): Promise<number> => new Promise((go) => setTimeout(() => go(performance.now())))

const isMark = (it: Mark | undefined): it is Mark => Number.isSafeInteger(it?.number)

/** The address of the server that a pod is on. */
export const baseOf = (pod: string): string => new URL('../', pod).href

function nameOf(pod: string): string {
  const name = pod.slice(baseOf(pod).length, -1)
  return decoded(name) ?? name
}

function daysIn(statements: readonly Statement[], container: string): string[] {
  const days = statements
    .filter(({ predicate }) => predicate.value === `${LDP}contains`)
    .map(({ object }) => object.value)
    .filter((url) => url.startsWith(container))
    .map((url) => url.slice(container.length))
    .filter((day) => /^\d{4}-\d\d-\d\d$/.test(day))
  return [...new Set(days)].sort().reverse()
}
