import type { Statement } from '../graph.ts'
import { BlankKinds, type Patience } from './BlankKinds.ts'
import { distinct, isBlank, line } from './line.ts'

/** Pairings that are tried where nameless nodes are alike: a graph that was made to need more is told to differ. */
const mostTries = 200
/** How often statements are looked at, of small documents, some seconds; of large ones, each on the average. */
const looks = 10_000_000
const looksOfEach = 60

/** Whether two documents say the same, however their blank nodes are called (RDF 1.1 Concepts §3.6). */
export function sameGraph(one: readonly Statement[], other: readonly Statement[]): boolean {
  const [ours, theirs] = [distinct(one), distinct(other)]
  if (ours.length !== theirs.length) return false
  const named = new Set(theirs.filter(isNamed).map((it) => line(it)))
  if (!ours.filter(isNamed).every((it) => named.has(line(it)))) return false
  const patience = patienceFor(ours, theirs)
  const kinds = BlankKinds.of(ours, theirs, patience)
  return kinds.isEven && canBePaired(kinds, patience)
}

/** How many statements of one document the other does not have; blank nodes count as the same when what is said of them is. */
export function missingIn(wanted: readonly Statement[], there: readonly Statement[]): Statement[] {
  const kinds = BlankKinds.of(wanted, there, patienceFor(wanted, there))
  const has = new Set(there.map((it) => line(it, (node) => `${kinds.kindOf(1, node)}`)))
  return distinct(wanted).filter((it) => !has.has(line(it, (node) => `${kinds.kindOf(0, node)}`)))
}

/**
 * Whether each node of the one has its own in the other. Where several are alike, one of ours is taken for one of theirs,
 * and what follows from it is tried; where it does not hold, for the next.
 */
function canBePaired(kinds: BlankKinds, patience: Patience): boolean {
  const choices: number[] = []
  for (let tries = 0; tries < mostTries; tries++) {
    const paired = kinds.copy()
    const widths: number[] = []
    do {
      const several = paired.several()
      if (!several) return patience.statements > 0
      const [[one = 0], theirs] = several
      const choice = choices[widths.length] ?? 0
      choices[widths.length] = choice
      widths.push(theirs.size)
      paired.pair(one, nth(theirs, choice))
      if (patience.statements <= 0) return false
    } while (paired.isEven)
    choices.length = widths.length
    for (let last = choices.length - 1; last >= 0; last--) {
      const next = (choices[last] ?? 0) + 1
      choices[last] = next
      if (next < (widths[last] ?? 0)) break
      choices.pop()
    }
    if (choices.length === 0) return false
  }
  return false
}

function nth(nodes: ReadonlySet<number>, at: number): number {
  let left = at
  for (const node of nodes) if (left-- === 0) return node
  return -1
}

const patienceFor = (ours: readonly Statement[], theirs: readonly Statement[]): Patience => ({
  statements: Math.max(looks, looksOfEach * (ours.length + theirs.length)),
})

const isNamed = ({ subject, object }: Statement): boolean => !isBlank(subject) && !isBlank(object)
