import { addTo } from '#vocab/groups'
import type { OperationView } from './data.ts'

/** A bank that dates an operation anew moves it by days; the same reference weeks away is another operation. */
const mostDays = 10

/** The operations of one document that count, of one account. */
export interface AccountOperations {
  readonly accountKey: string
  readonly operations: readonly OperationView[]
}

/** What becomes of a document's operations when the whole account is looked at. */
export interface Changes {
  /** Dated into another document since. */
  readonly gone: Set<OperationView>
  /** What these said in another document before. */
  readonly earlier: Map<OperationView, OperationView[]>
}

/**
 * Finds operations that the bank dated into another month: one record key twice in an account's documents, a few days
 * apart. What was stated last holds. Where no import tells which that was, or one import said both, both hold.
 * Only documents that change are in the answer.
 */
export function reDated<D extends AccountOperations>(documents: readonly D[]): Map<D, Changes> {
  const accounts = new Map<string, Map<string, OperationView>>()
  const doubled = new Map<OperationView, OperationView[]>()
  for (const { accountKey, operations } of documents) {
    const seen = accounts.get(accountKey) ?? new Map<string, OperationView>()
    accounts.set(accountKey, seen)
    for (const view of operations) {
      const first = seen.get(view.operation.recordKey)
      const said = first && doubled.get(first)
      if (said) said.push(view)
      else if (first) doubled.set(first, [first, view])
      else seen.set(view.operation.recordKey, view)
    }
  }
  if (doubled.size === 0) return new Map()
  return byDocument(documents, [...doubled.values()].flatMap(settle))
}

/** Whoever took another's place, with the other. */
function settle(said: readonly OperationView[]): (readonly [winner: OperationView, loser: OperationView])[] {
  const lastFirst = [...said].sort((one, other) => (other.statedAt ?? 0) - (one.statedAt ?? 0))
  const winners: OperationView[] = []
  return lastFirst.flatMap((view) => {
    const winner = winners.find((it) => tookItsPlace(it, view))
    if (!winner) winners.push(view)
    return winner ? [[winner, view] as const] : []
  })
}

function tookItsPlace(later: OperationView, earlier: OperationView): boolean {
  if (later.statedAt === undefined || earlier.statedAt === undefined || later.statedAt <= earlier.statedAt)
    return false
  const [one, other] = [later, earlier].map((it) => Date.parse(it.operation.bookingDate))
  return Math.abs((one ?? 0) - (other ?? 0)) <= mostDays * 86_400_000
}

function byDocument<D extends AccountOperations>(
  documents: readonly D[],
  pairs: readonly (readonly [OperationView, OperationView])[],
): Map<D, Changes> {
  const touched = new Set(pairs.flat())
  const home = new Map<OperationView, D>()
  for (const document of documents) {
    for (const view of document.operations) if (touched.has(view)) home.set(view, document)
  }
  const changes = new Map<D, Changes>()
  const at = (view: OperationView): Changes | undefined => {
    const document = home.get(view)
    if (!document) return undefined
    const known = changes.get(document) ?? { gone: new Set(), earlier: new Map() }
    changes.set(document, known)
    return known
  }
  for (const [winner, loser] of pairs) {
    at(loser)?.gone.add(loser)
    const { earlier } = at(winner) ?? {}
    if (earlier) addTo(earlier, winner, loser)
  }
  return changes
}
