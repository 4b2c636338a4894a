import { fold } from '../shared/i18n/fold.ts'
import { type MonthView, monthOf, type OperationView } from './data.ts'
import { monthNames, monthNumber } from './month-names.ts'

/** What the citizen is looking for. */
export interface Search {
  readonly query: string
  /** Only this account; empty for all. */
  readonly accountKey: string
}

const folded = new WeakMap<OperationView, string>()

/**
 * The months with only what matches: every word of the query, in the label, the note, the amount or the day; a month
 * with its year, in the day alone. Accents and case do not count.
 */
export function searchMonths(
  months: readonly MonthView[],
  { query, accountKey }: Search,
  currency: string,
): readonly MonthView[] {
  const wanted = termsOf(fold(query).split(' ').filter(Boolean))
  if (wanted.length === 0 && accountKey === '') return months
  const kept = months.map((view) =>
    view.operations.filter(
      (it) => (accountKey === '' || it.accountKey === accountKey) && wanted.every((matches) => matches(it)),
    ),
  )
  const all = kept.flat()
  const keys = new Set(all.map(({ key }) => key))
  // Of a batch, any of its parts may be what was found.
  const parts = new Set(all.flatMap((view) => (view.sameAs === undefined ? (batchOf(view) ?? []) : [])))
  // What came by two routes and was found by one alone counts here.
  const counts = (view: OperationView): boolean =>
    view.sameAs === undefined || (!keys.has(view.sameAs.key) && !parts.has(batchOf(view) ?? ''))
  return months.flatMap((view, at) => {
    const found = kept[at] ?? []
    if (found.length === view.operations.length && found.every((it) => it.sameAs === undefined)) return view
    return found.length > 0 ? monthOf(view.month, found, currency, counts) : []
  })
}

function batchOf({
  accountKey,
  operation: { bankReference, bookingDate },
}: OperationView): string | undefined {
  return bankReference === undefined ? undefined : `${accountKey} ${bookingDate} ${bankReference}`
}

type Term = (view: OperationView) => boolean

/** `march 2026` is a date: as words it would find each MARCHÉ of that year. */
function termsOf(words: readonly string[]): Term[] {
  const [first, ...rest] = words
  if (first === undefined) return []
  const [day] = /^\d{1,2}(?=(er)?$)/.exec(first) ?? []
  const [name, year, ...after] = day === undefined ? words : rest
  const month = monthNumber(name ?? '')
  if (month && year && /^\d{4}$/.test(year)) {
    const date = `${year}-${month}${day === undefined ? '' : `-${day.padStart(2, '0')}`}`
    return [({ operation }) => operation.bookingDate.startsWith(date), ...termsOf(after)]
  }
  return [(view) => textOf(view).includes(first), ...termsOf(rest)]
}

function textOf(view: OperationView): string {
  const known = folded.get(view)
  if (known !== undefined) return known
  const { label, memo = '', amountCents, bookingDate } = view.operation
  const text = `${fold(`${label} ${memo}`)} ${(amountCents / 100).toFixed(2)} ${daysOf(bookingDate)}`
  folded.set(view, text)
  return text
}

/** A day as people write it: `2026-10-27 27/10/2026 octobre oct. october oct`. */
function daysOf(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return [day, `${date}/${month}/${year}`, ...(monthNames.get(month) ?? [])].join(' ')
}
