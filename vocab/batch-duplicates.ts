import type { RoutedOperation } from './probable-duplicates.ts'

/** An operation that one route says whole, and another in parts. */
export interface SaidInParts<T> {
  readonly whole: T
  /** Two or more. */
  readonly parts: readonly [T, ...T[]]
}

/**
 * A batch that a bank books as one sum (camt.053) and details (camt.054): under one reference of the bank's, on one day, what
 * another route says adds up to it to the cent. Without the reference nothing is guessed: some purchases of a day always add up.
 */
export function saidInParts<T extends RoutedOperation>(operations: Iterable<T>): SaidInParts<T>[] {
  const groups = new Map<string, T[]>()
  for (const operation of operations) {
    const { account, bankReference, bookingDate, currency } = operation
    if (bankReference === undefined) continue
    const key = JSON.stringify([account, bankReference, bookingDate, currency])
    const known = groups.get(key)
    if (known) known.push(operation)
    else groups.set(key, [operation])
  }
  return [...groups.values()].flatMap((group) => (group.length < 3 ? [] : inGroup(group)))
}

/** One route must say it once, and the other all that it says under the reference. */
function inGroup<T extends RoutedOperation>(group: readonly T[]): SaidInParts<T>[] {
  return group.flatMap((whole) => {
    const isOther = (it: T): boolean =>
      it !== whole && !it.routes.some((route) => whole.routes.includes(route))
    const [first, ...others] = group.filter(isOther)
    const isOnly = group.length === others.length + 2
    if (first === undefined || others.length === 0 || !isOnly) return []
    const sum = others.reduce((total, { amountCents }) => total + amountCents, first.amountCents)
    return sum === whole.amountCents ? [{ whole, parts: [first, ...others] }] : []
  })
}
