import { VocabError } from '../errors.ts'

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

/** A weekday, 0 is Monday; the `nth` of its month or year, from the end where it is negative, or each where it is absent. */
export interface Weekday {
  readonly day: number
  readonly nth?: number
}

/** A recurrence rule (RFC 5545 §3.3.10) as far as it can be expanded. */
export interface Rule {
  readonly frequency: Frequency
  readonly interval: number
  readonly count: number | undefined
  /** As the rule says it: `20261231`, `20261231T225959` or `…Z`. */
  readonly until: string | undefined
  readonly byDay: readonly Weekday[]
  readonly byMonthDay: readonly number[]
  readonly byMonth: readonly number[]
  readonly bySetPos: readonly number[]
  readonly weekStart: number
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']

/** What each part may hold: the numbers' bounds, and whether they may count from the end. */
const numbers: Readonly<Record<string, readonly [min: number, max: number, fromEnd: boolean]>> = {
  BYSECOND: [0, 60, false],
  BYMINUTE: [0, 59, false],
  BYHOUR: [0, 23, false],
  BYMONTHDAY: [1, 31, true],
  BYYEARDAY: [1, 366, true],
  BYWEEKNO: [1, 53, true],
  BYMONTH: [1, 12, false],
  BYSETPOS: [1, 366, true],
}
const finer = ['BYSECOND', 'BYMINUTE', 'BYHOUR', 'BYYEARDAY', 'BYWEEKNO']

/**
 * Reads a rule; `undefined` when it is valid and beyond what is expanded: finer than a day, or by hour, week or day of the year.
 *
 * Throws VocabError `bad-values` for what RFC 5545 does not allow.
 */
export function parseRule(text: string): Rule | undefined {
  const parts = new Map<string, string>()
  for (const part of text.toUpperCase().split(';')) {
    const [, name, value] = /^([A-Z]+)=(.+)$/.exec(part) ?? []
    if (name === undefined || value === undefined || parts.has(name)) throw bad()
    parts.set(name, value)
  }
  const frequency = parts.get('FREQ') ?? ''
  if (!frequencies.includes(frequency)) throw bad()
  const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST', ...Object.keys(numbers)]
  if ([...parts.keys()].some((name) => !known.includes(name))) throw bad()
  const lists = Object.fromEntries(
    Object.keys(numbers).map((name) => [name, numberList(name, parts.get(name))]),
  )
  const rule = {
    interval: whole(parts.get('INTERVAL') ?? '1', 9999),
    count: parts.has('COUNT') ? whole(parts.get('COUNT') ?? '', 999_999) : undefined,
    until: parts.get('UNTIL'),
    byDay: (parts.get('BYDAY')?.split(',') ?? []).map((it) => weekday(it, frequency)),
    byMonthDay: lists['BYMONTHDAY'] ?? [],
    byMonth: lists['BYMONTH'] ?? [],
    bySetPos: lists['BYSETPOS'] ?? [],
    weekStart: weekdays.indexOf(parts.get('WKST') ?? 'MO'),
  }
  if (rule.weekStart < 0 || (rule.count !== undefined && rule.until !== undefined)) throw bad()
  if (rule.until !== undefined && !isMoment(rule.until)) throw bad()
  if (frequency === 'WEEKLY' && rule.byMonthDay.length > 0) throw bad()
  if (finer.some((name) => parts.has(name))) return undefined
  return isExpanded(frequency) ? { frequency, ...rule } : undefined
}

function isExpanded(frequency: string): frequency is Frequency {
  return frequencies.indexOf(frequency) >= frequencies.indexOf('DAILY')
}

function numberList(name: string, text: string | undefined): number[] {
  const [min, max, fromEnd] = numbers[name] ?? [0, 0, false]
  return (text?.split(',') ?? []).map((it) => {
    const number = /^[+-]?\d{1,3}$/.test(it) ? Number(it) : Number.NaN
    const size = Math.abs(number)
    if (!(size >= min && size <= max) || (it.startsWith('-') && !fromEnd)) throw bad()
    return number
  })
}

function weekday(text: string, frequency: string): Weekday {
  const [, nth = '', name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? []
  const day = weekdays.indexOf(name)
  if (day < 0) throw bad()
  if (nth === '') return { day }
  const number = Number(nth)
  // A month has no sixth Monday; a week no second one.
  const max = frequency === 'MONTHLY' ? 5 : frequency === 'YEARLY' ? 53 : 0
  if (number === 0 || Math.abs(number) > max) throw bad()
  return { day, nth: number }
}

function whole(text: string, max: number): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > max) throw bad()
  return number
}

function isMoment(text: string): boolean {
  const [, year, month, day, rest = ''] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z?)?$/.exec(text) ?? []
  const date = `${year}-${month}-${day}`
  const time = `${rest.slice(0, 2)}:${rest.slice(2, 4)}:${rest.slice(4)}`
  const whole = rest === '' ? `${date}T00:00:00` : `${date}T${time}`
  const instant = Date.parse(`${whole}Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(whole)
}

function bad(): VocabError {
  return new VocabError('bad-values', 'Not a recurrence rule')
}
