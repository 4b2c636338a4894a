import { fold } from '../../shared/i18n/fold.ts'
import { capital, monthName } from '../../shared/i18n/format.ts'
import { language } from '../../shared/i18n/language.ts'
import { t } from '../../shared/i18n/t.ts'
import type { RecordItem } from './items.ts'
import { recordMessages as messages } from './messages.ts'
import type { Summary } from './summary.ts'
import { ownName } from './term-words.ts'

/** What the citizen looks for. */
export interface RecordFilter {
  readonly query: string
  /** `2025-03-30`, both included; empty for none. */
  readonly from: string
  readonly to: string
  /** A class, or `none`; empty for all. */
  readonly type: string
}

/** Records that stand under one heading. */
export interface GroupOfRecords {
  /** Their month; of what has no date what several of its class are called, where we have a word for it. */
  readonly heading: string
  readonly items: readonly RecordItem[]
}

/** What each item says in one language: made again when that changes. */
export class SaidWords {
  private readonly known = new WeakMap<RecordItem, { readonly summary: Summary; readonly text: string }>()

  of(item: RecordItem): { readonly summary: Summary; readonly text: string } {
    const known = this.known.get(item)
    if (known) return known
    const summary = item.words()
    const { title, detail, value } = summary
    const said = { summary, text: fold(`${title} ${detail} ${value} ${daysOf(item.day)}`) }
    this.known.set(item, said)
    return said
  }
}

/** Every word of the query has to be there. A day counts by its month where it has no more. */
export function filtered(
  items: readonly RecordItem[],
  { query, from, to, type }: RecordFilter,
  words: SaidWords,
): readonly RecordItem[] {
  const wanted = fold(query).split(' ').filter(Boolean)
  if (wanted.length === 0 && from === '' && to === '' && type === '') return items
  return items.filter((item) => {
    const { day } = item
    if (type !== '' && classOf(item) !== type) return false
    if ((from !== '' || to !== '') && day === '') return false
    if (from !== '' && day < from.slice(0, day.length)) return false
    if (to !== '' && day > to.slice(0, day.length)) return false
    if (wanted.length === 0) return true
    const { text } = words.of(item)
    return wanted.every((word) => text.includes(word))
  })
}

/** What is kept apart, of a list that holds more than that and is not asked for it by its class. */
export function parted(
  found: readonly RecordItem[],
  { type }: Pick<RecordFilter, 'type'>,
): { readonly main: readonly RecordItem[]; readonly aside: readonly RecordItem[] } {
  const aside = type === '' ? found.filter(({ isAside }) => isAside) : []
  if (aside.length === 0 || aside.length === found.length) return { main: found, aside: [] }
  return { main: found.filter(({ isAside }) => !isAside), aside }
}

/** Newest first; what has no date last, by its class, then by name. */
export function newestFirst(items: readonly RecordItem[], words: SaidWords): RecordItem[] {
  const { compare } = new Intl.Collator(language())
  return [...items].sort((one, other) => {
    if (one.day !== other.day) return one.day < other.day ? 1 : -1
    if (one.day !== '') return 0
    if (!one.label !== !other.label) return one.label ? -1 : 1
    return (
      compare(headingOf(one), headingOf(other)) ||
      compare(words.of(one).summary.title, words.of(other).summary.title)
    )
  })
}

/** The first of them, under their headings. Expects them newest first. */
export function grouped(items: readonly RecordItem[], most: number): GroupOfRecords[] {
  const groups: { heading: string; items: RecordItem[] }[] = []
  for (const item of items.slice(0, most)) {
    const heading = headingOf(item)
    const last = groups.at(-1)
    if (last?.heading === heading) last.items.push(item)
    else groups.push({ heading, items: [item] })
  }
  return groups
}

function headingOf({ day, label }: RecordItem): string {
  if (day !== '') return capital(monthName(day.slice(0, 7)))
  return t(label ?? messages.undated)
}

/** The classes that there are, the most frequent first, with their names. */
export function typesIn(items: readonly RecordItem[]): { type: string; name: string; count: number }[] {
  const counts = new Map<string, { item: RecordItem; count: number }>()
  for (const item of items) {
    const type = classOf(item)
    const known = counts.get(type)
    if (known) known.count += 1
    else counts.set(type, { item, count: 1 })
  }
  return [...counts]
    .sort(([, one], [, other]) => other.count - one.count)
    .slice(0, mostTypes)
    .map(([type, { item, count }]) => ({ type, count, name: nameOf(item) }))
}

/** Of those that somebody may have made up. */
const mostTypes = 40

/** What has no name that can be read is not told apart. */
const classOf = ({ label, type }: RecordItem): string => (label || ownName(type) ? type : 'none')

function nameOf({ label, type }: RecordItem): string {
  if (label) return t(label)
  return ownName(type) ?? t(messages.others)
}

/** As people write a day: `2025-03-30 30/03/2025 mars 2025`. */
const daysOf = (day: string): string =>
  day === '' ? '' : [day, day.split('-').reverse().join('/'), monthName(day.slice(0, 7))].join(' ')
