import { type MonthView, monthOf, type OperationView } from './data.ts'

/** What the citizen is looking for. */
export interface Search {
  readonly query: string
  /** Only this account; empty for all. */
  readonly accountKey: string
}

const folded = new WeakMap<OperationView, string>()

/** The months with only what matches: every word of the query, in the label, the note, the amount or the day. Accents and case do not count. */
export function searchMonths(
  months: readonly MonthView[],
  { query, accountKey }: Search,
  currency: string,
): readonly MonthView[] {
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length === 0 && accountKey === '') return months
  return months.flatMap((view) => {
    const found = view.operations.filter(
      (it) =>
        (accountKey === '' || it.accountKey === accountKey) &&
        words.every((word) => textOf(it).includes(word)),
    )
    if (found.length === view.operations.length) return view
    return found.length > 0 ? monthOf(view.month, found, currency) : []
  })
}

/** Lower case without accents, and `1 234,56 €` as `1234.56`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæ]/g, (it) => (it === 'œ' ? 'oe' : 'ae'))
    .replace(/(\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d),(?=\d)/g, '$1.')
    .replace(/[€\u2212]/g, (it) => (it === '€' ? '' : '-'))
    .replace(/\s+/g, ' ')
    .trim()
}

function textOf(view: OperationView): string {
  const known = folded.get(view)
  if (known !== undefined) return known
  const { label, memo = '', amountCents, bookingDate } = view.operation
  const text = `${fold(`${label} ${memo}`)} ${(amountCents / 100).toFixed(2)} ${daysOf(bookingDate)}`
  folded.set(view, text)
  return text
}

const months = new Map<string, string>()

/** A day as people write it: `2026-10-27 27/10/2026 octobre october`. */
function daysOf(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const known = months.get(month)
  const names =
    known ??
    ['fr', 'en']
      .map((locale) =>
        new Date(`2000-${month}-15T12:00:00Z`).toLocaleDateString(locale, { month: 'long', timeZone: 'UTC' }),
      )
      .map(fold)
      .join(' ')
  months.set(month, names)
  return `${day} ${date}/${month}/${year} ${names}`
}
