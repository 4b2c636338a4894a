import { beginningOf, commitmentOf, isSame, link, type Mark, type Sealed, saltBytes } from './chain.ts'
import { readEntry } from './entry.ts'

/** What is wrong with a journal, and at which line. */
export interface Fault {
  readonly number: number
  /**
   * `changed`: it, or the line before, is not what was written; `removed`: a line, and maybe more, is missing here;
   * `inserted`: a line that was never written, or stands elsewhere; `rewritten`: it is not what was there when its hash was taken
   * elsewhere; `beginning`: what was pruned is not what the lines follow; `early`: it was pruned, with those before it, and
   * nothing shows that it was old enough.
   */
  readonly kind: 'changed' | 'removed' | 'inserted' | 'rewritten' | 'beginning' | 'early'
}

export interface Verified {
  /** Of lines. */
  readonly count: number
  /** Of those, how many were erased. */
  readonly erased: number
  /** In order, the first ones. */
  readonly faults: readonly Fault[]
}

/** What a journal says it is. */
export interface Bounds {
  readonly pod: string
  /** What its first line follows: the beginning, or the last line that was pruned. */
  readonly anchor: Mark
  readonly head: Mark
}

const maxFaults = 100

/**
 * Reads the lines of a journal in the order that they are kept in, as they come.
 *
 * What it proves by itself: that nobody has changed it without writing all of it anew. With hashes that were taken
 * elsewhere before, that nobody has done that either.
 */
export class Verifier {
  private readonly bounds: Bounds
  private readonly taken: ReadonlyMap<number, Uint8Array>
  private readonly faults: Fault[] = []
  private last: Mark
  private recorded = Number.NEGATIVE_INFINITY
  private count = 0
  private erased = 0

  /** `taken`: marks that were kept elsewhere. */
  constructor(bounds: Bounds, taken: readonly Mark[] = []) {
    const { pod, anchor } = bounds
    this.bounds = bounds
    this.taken = new Map(taken.map(({ number, hash }) => [number, hash]))
    this.last = anchor
    if (anchor.number === 0 && !isSame(anchor.hash, beginningOf(pod).hash)) this.fault(0, 'beginning')
    this.compare(anchor)
  }

  line(line: Sealed): void {
    const { number, recorded, hash } = line
    this.count += 1
    if (line.said === undefined) this.erased += 1
    const next = this.last.number + 1
    if (number < next) {
      this.fault(number, 'inserted')
      return
    }
    if (number > next) this.fault(next, 'removed')
    // After a gap nothing says what it follows: its own hash stands for it.
    else if (!follows(this.last, line)) this.fault(number, 'changed')
    if (recorded < this.recorded) this.fault(number, 'changed')
    this.compare(line)
    this.recorded = recorded
    this.last = { number, hash }
  }

  end(): Verified {
    const { head } = this.bounds
    if (this.last.number < head.number) this.fault(this.last.number + 1, 'removed')
    else if (this.last.number > head.number) this.fault(this.last.number, 'inserted')
    else if (!isSame(this.last.hash, head.hash)) this.fault(head.number, 'changed')
    for (const number of this.taken.keys()) if (number > head.number) this.fault(number, 'removed')
    return { count: this.count, erased: this.erased, faults: this.faults }
  }

  private compare({ number, hash }: Mark): void {
    const taken = this.taken.get(number)
    if (taken && !isSame(taken, hash)) this.fault(number, 'rewritten')
  }

  private fault(number: number, kind: Fault['kind']): void {
    const last = this.faults.at(-1)
    const isKnown = last?.number === number && last.kind === kind
    if (!isKnown && this.faults.length < maxFaults) this.faults.push({ number, kind })
  }
}

function follows(before: Mark, { number, recorded, said, commitment, hash }: Sealed): boolean {
  // By what is no moment, the order of no line behind it could be told, nor could a device keep how far it has seen.
  if (!Number.isSafeInteger(recorded)) return false
  if (said && (said.salt.length !== saltBytes || readEntry(said.text) === undefined)) return false
  const committed = said ? commitmentOf(said.salt, said.text) : commitment
  if (committed?.length !== 32 || before.hash.length !== 32) return false
  return isSame(hash, link(before.hash, number, recorded, committed))
}

/** All at once. */
export function verifyJournal(
  bounds: Bounds,
  lines: Iterable<Sealed>,
  taken: readonly Mark[] = [],
): Verified {
  const verifier = new Verifier(bounds, taken)
  for (const line of lines) verifier.line(line)
  return verifier.end()
}
