import { saidInParts } from './batch-duplicates.ts'
import type { BankOperation } from './generated/bank.ts'

/** An operation, whose it is, and by which layouts it came. */
export interface RoutedOperation
  extends Pick<BankOperation, 'bookingDate' | 'amountCents' | 'currency' | 'label'> {
  readonly valueDate?: string | undefined
  readonly bankReference?: string | undefined
  readonly iri: string
  /** The same text for the same account. */
  readonly account: string
  /** Layouts; none when nobody says by which it came. */
  readonly routes: readonly string[]
}

/**
 * What makes two operations probably one: the day that both say they were booked, or that they count from; or that the one is
 * the sum of a batch, of which the other is the first part.
 */
export type DuplicateReason = 'booking-day' | 'value-day' | 'batch'

export interface ProbableDuplicate<T> {
  /** The one that counts. */
  readonly counted: T
  /** The same, as another route tells it: to be shown, and not to be counted again. */
  readonly second: T
  readonly reason: DuplicateReason
}

/**
 * Operations that probably came twice, by two layouts: one account, one amount, one currency, one day. Among equals, each
 * is paired with one of the other route at most: where one route says two coffees and the other three, two came twice. The
 * route that bears the bank's references counts. Of operations booked on other days, the day that they count from is not
 * enough: where two files meet, a stranger's purchase of that price begins on it; their words have to share one too. An operation is never a duplicate of one of its own route: these are twins.
 *
 * Of a batch that one route says whole and another in parts, the parts count: they say who was paid.
 */
export function probableDuplicates<T extends RoutedOperation>(
  operations: Iterable<T>,
): ProbableDuplicate<T>[] {
  const routed = [...operations].filter(({ routes }) => routes.length > 0)
  if (new Set(routed.flatMap(({ routes }) => routes)).size < 2) return []
  const alike = groupBy(routed, (it) => `${it.amountCents} ${it.currency} ${it.account}`)
  return withBatches([...alike.values()].flatMap(pair), routed)
}

/** What counts for the whole of a batch, whichever route says it, is counted by its parts instead. */
function withBatches<T extends RoutedOperation>(
  pairs: readonly ProbableDuplicate<T>[],
  routed: readonly T[],
): ProbableDuplicate<T>[] {
  const countedOf = new Map(pairs.map(({ second, counted }) => [second, counted]))
  const instead = new Map<T, T>()
  const final = (it: T): T => {
    const next = instead.get(it)
    return next === undefined ? it : final(next)
  }
  for (const { whole, parts } of saidInParts(routed)) {
    const standing = final(countedOf.get(whole) ?? whole)
    const counted = final(countedOf.get(parts[0]) ?? parts[0])
    if (standing !== counted) instead.set(standing, counted)
  }
  return [
    ...pairs.map((it) => ({ ...it, counted: final(it.counted) })),
    ...[...instead].map(([second, counted]) => ({
      second,
      counted: final(counted),
      reason: 'batch' as const,
    })),
  ]
}

/** Of operations alike but for their days, route after route: each looks for its own among those that count already. */
function pair<T extends RoutedOperation>(alike: readonly T[]): ProbableDuplicate<T>[] {
  const byRoute = groupBy([...alike].sort(inOrder), routeOf)
  if (byRoute.size < 2) return []
  const counting: T[] = []
  const found: ProbableDuplicate<T>[] = []
  for (const [, operations] of [...byRoute].sort(([, one], [, other]) => betterFirst(one, other))) {
    const taken = new Set<T>()
    const match = (
      waiting: readonly T[],
      dayOf: (it: T) => string,
      reason: DuplicateReason,
      isSaidAlike: (one: T, other: T) => boolean = () => true,
    ): T[] => {
      const free = groupBy(
        counting.filter((it) => !taken.has(it)),
        dayOf,
      )
      return waiting.filter((second) => {
        const ofDay = free.get(dayOf(second)) ?? []
        const at = ofDay.findIndex((it) => isOtherRoute(it, second) && isSaidAlike(it, second))
        const [counted] = at < 0 ? [] : ofDay.splice(at, 1)
        if (counted === undefined) return true
        taken.add(counted)
        found.push({ counted, second, reason })
        return false
      })
    }
    const left = match(operations, ({ bookingDate }) => bookingDate, 'booking-day')
    const countsFrom = ({ valueDate, bookingDate }: T): string => valueDate ?? bookingDate
    for (const own of match(left, countsFrom, 'value-day', shareAWord)) counting.push(own)
  }
  return found
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** An operation that two layouts state in the same words is one node, and of the first of them here. */
function routeOf({ routes }: RoutedOperation): string {
  let [first = ''] = routes
  for (const route of routes) if (route < first) first = route
  return first
}

/** Whether the words of both name the same: one of three letters or more that is not how the money went. */
function shareAWord({ label: one }: RoutedOperation, { label: other }: RoutedOperation): boolean {
  const words = new Set(wordsOf(one))
  return wordsOf(other).some((word) => words.has(word))
}

const howMoneyGoes =
  /^(CARTE|CB|PAIEMENT|ACHAT|VIR|VIREMENT|PRLV|PRELEVEMENT|SEPA|RETRAIT|DAB|CHEQUE|DEBIT|CREDIT|EUR)$/

function wordsOf(label: string): string[] {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
  return plain.split(/[^A-Z]+/).filter((word) => word.length >= 3 && !howMoneyGoes.test(word))
}

function isOtherRoute(one: RoutedOperation, other: RoutedOperation): boolean {
  return !one.routes.some((route) => other.routes.includes(route))
}

/** The route that bears references first; of two that do, or do not, always the same one. */
function betterFirst([one]: readonly RoutedOperation[], [other]: readonly RoutedOperation[]): number {
  if (one === undefined || other === undefined) return 0
  const [left, right] = [one, other].map(({ bankReference }) => (bankReference === undefined ? 1 : 0))
  return (left ?? 0) - (right ?? 0) || (routeOf(one) < routeOf(other) ? -1 : 1)
}

/** Equals of a day in the order of their words, so that those which say the same find each other. */
function inOrder(one: RoutedOperation, other: RoutedOperation): number {
  if (one.bookingDate !== other.bookingDate) return one.bookingDate < other.bookingDate ? -1 : 1
  if (one.label !== other.label) return one.label < other.label ? -1 : 1
  return one.iri < other.iri ? -1 : one.iri === other.iri ? 0 : 1
}
