import type { CalendarEvent } from '../generated/contacts.ts'
import { dayOfIso, isoDay } from './days.ts'
import { type EventTime, timeOf } from './event-time.ts'
import { daysOfPeriod, periodBefore, startOfPeriod } from './periods.ts'
import { parseRule, type Rule } from './rule.ts'

/** One time that an event takes place; in the form of the event's own start: a UTC instant, a day, or a local time. */
export interface Occurrence {
  readonly start: string
  /** When it ends; for whole days, the day after the last. Absent where the event says none. */
  readonly end?: string
}

export interface Expansion {
  /** In order of time; only the event's own start and added ones when the rule could not be expanded. */
  readonly occurrences: readonly Occurrence[]
  /** `rule`: finer than a day, by hour, week or day of the year; `zone`: the clocks that rule it are not known; `bounds`: too many. */
  readonly unexpanded?: 'rule' | 'zone' | 'bounds'
}

const maxOccurrences = 2000
const maxPeriods = 40_000

/**
 * When an event takes place from a day (included) to another (excluded), by the days of its own clocks: FREQ DAILY, WEEKLY, MONTHLY
 * and YEARLY with INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS; EXDATE and RDATE. Its clock time is the same
 * on both sides of a clock change. Its own start is always the first. An event that replaces an occurrence is a record of its
 * own: leave out the occurrence that starts at its `replaces`.
 *
 * @param from, to `2026-03-01`.
 */
export function expandRecurrence(event: CalendarEvent, from: string, to: string): Expansion {
  const time = timeOf(event)
  if (time === undefined) return { occurrences: [] }
  const window: [number, number] = [dayOfIso(from), dayOfIso(to)]
  const { days, unexpanded } = ruleDays(event, time, window)
  const excluded = new Set(event.excluded)
  const isExcluded = (start: string, day: number): boolean => excluded.has(start) || excluded.has(isoDay(day))
  const found = new Map<string, Occurrence>()
  for (const day of days) {
    const start = time.startOn(day)
    if (!isExcluded(start, day)) found.set(start, { start, ...time.endOf(start) })
  }
  for (const added of event.added) {
    const [start = '', end] = added.split('/')
    const day = time.dayOf(start)
    if (day < window[0] || day >= window[1] || isExcluded(start, day) || found.has(start)) continue
    found.set(start, { start, ...(end === undefined ? time.endOf(start) : { end }) })
  }
  const occurrences = [...found.values()].sort((one, other) => (one.start < other.start ? -1 : 1))
  return unexpanded === undefined ? { occurrences } : { occurrences, unexpanded }
}

type Days = { readonly days: number[]; readonly unexpanded?: NonNullable<Expansion['unexpanded']> }

function ruleDays(event: CalendarEvent, time: EventTime, [from, to]: readonly [number, number]): Days {
  const own = time.firstDay >= from && time.firstDay < to ? [time.firstDay] : []
  if (event.rule === undefined) return { days: own }
  const rule = parseRule(event.rule)
  if (rule === undefined) return { days: own, unexpanded: 'rule' }
  if (!time.isRuled) return { days: own, unexpanded: 'zone' }
  return expandRule(rule, time, from, to)
}

function expandRule(rule: Rule, time: EventTime, from: number, to: number): Days {
  const { firstDay } = time
  const last = rule.until === undefined ? Number.POSITIVE_INFINITY : time.lastDayUntil(rule.until)
  const days = firstDay >= from && firstDay < to ? [firstDay] : []
  // COUNT counts from the first; without it, what lies before the window need not be walked through.
  const skipped = rule.count === undefined ? periodBefore(rule, firstDay, from) : 0
  let count = 1
  for (let at = skipped; at < skipped + maxPeriods; at += 1) {
    if (startOfPeriod(rule, firstDay, at) >= Math.min(to, last + 1)) return { days }
    for (const day of daysOfPeriod(rule, firstDay, at)) {
      if (day <= firstDay) continue
      count += 1
      if (day >= to || day > last || (rule.count !== undefined && count > rule.count)) return { days }
      if (day >= from) days.push(day)
      if (days.length > maxOccurrences) return { days: days.slice(0, maxOccurrences), unexpanded: 'bounds' }
    }
  }
  return { days, unexpanded: 'bounds' }
}
