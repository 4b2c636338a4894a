import type { Statement } from '#vocab/graph'
import { localDay } from '#vocab/local-day'
import { DCT, SCHEMA, TB } from '#vocab/namespaces'

/** From the first day to the last that records are of, `2025-03-30`. */
export interface Period {
  readonly first: string
  readonly last: string
}

/** When something was, the plainest way to say it first. When it was born, is due or ends is not when it was. */
const whens = [
  `${TB}day`,
  `${TB}bookingDate`,
  `${TB}balanceDate`,
  `${TB}careDate`,
  `${TB}mealDate`,
  `${TB}loanDate`,
  `${TB}eventDay`,
  `${TB}startDay`,
  `${TB}localStart`,
  `${TB}localDeparture`,
  `${TB}localValidation`,
  `${TB}validatedAt`,
  `${TB}firstDay`,
  `${TB}countedFrom`,
  `${TB}start`,
  `${TB}billingStart`,
  `${TB}paymentDate`,
  `${SCHEMA}orderDate`,
  `${SCHEMA}departureTime`,
  `${SCHEMA}startDate`,
  `${SCHEMA}validFrom`,
  `${DCT}issued`,
]
/** What is counted from a day to another is of both. */
const untils = new Set([`${TB}lastDay`, `${TB}countedTo`, `${TB}billingEnd`])

/** The period of records; `undefined` where none says when. Pure. */
export function periodOf(quads: Iterable<Statement>): Period | undefined {
  const best = new Map<string, { rank: number; day: string }>()
  const days: string[] = []
  for (const { subject, predicate, object } of quads) {
    const rank = whens.indexOf(predicate.value)
    const isUntil = untils.has(predicate.value)
    if (rank < 0 && !isUntil) continue
    const day = dayOf(object.value)
    if (day === undefined) continue
    if (isUntil) days.push(day)
    else if (rank < (best.get(subject.value)?.rank ?? whens.length)) best.set(subject.value, { rank, day })
  }
  for (const { day } of best.values()) days.push(day)
  days.sort()
  const [first] = days
  const last = days.at(-1)
  return first !== undefined && last !== undefined ? { first, last } : undefined
}

/** Of an instant its day in Paris. */
function dayOf(value: string): string | undefined {
  if (/T.*(?:Z|[+-]\d\d:\d\d)$/.test(value)) {
    const instant = Date.parse(value)
    return Number.isNaN(instant) ? undefined : localDay(instant)
  }
  return /^\d{4}-\d\d-\d\d/.exec(value)?.[0]
}
