import { civilDay, dayNumber, daysInMonth, weekdayOf } from './days.ts'
import type { Rule, Weekday } from './rule.ts'

/** The days, sorted, that a rule gives in its period number `at` from the one that holds the first day (RFC 5545 §3.3.10). */
export function daysOfPeriod(rule: Rule, first: number, at: number): number[] {
  const days = [...new Set(candidates(rule, first, at * rule.interval))]
    .filter((day) => rule.byMonth.length === 0 || rule.byMonth.includes(civilDay(day).month))
    .sort((one, other) => one - other)
  if (rule.bySetPos.length === 0) return days
  return days.filter((_, index) =>
    rule.bySetPos.some((place) => (place > 0 ? place - 1 : days.length + place) === index),
  )
}

/** The first period whose days may reach `day`, when periods of one length are counted. */
export function periodBefore({ frequency, interval }: Rule, first: number, day: number): number {
  const length = frequency === 'DAILY' ? 1 : frequency === 'WEEKLY' ? 7 : frequency === 'MONTHLY' ? 31 : 366
  return Math.max(0, Math.floor((day - first) / (length * interval)) - 1)
}

/** The first day on which the period number `at` may begin. */
export function startOfPeriod(rule: Rule, first: number, at: number): number {
  const steps = at * rule.interval
  const { year, month } = civilDay(first)
  switch (rule.frequency) {
    case 'DAILY':
      return first + steps
    case 'WEEKLY':
      return weekOf(first, rule) + 7 * steps
    case 'MONTHLY':
      return dayNumber(year, month + steps, 1)
    case 'YEARLY':
      return dayNumber(year + steps, 1, 1)
  }
}

function candidates(rule: Rule, first: number, steps: number): number[] {
  const { year, month } = civilDay(first)
  switch (rule.frequency) {
    case 'DAILY':
      return [first + steps].filter((day) => isByMonthDay(rule, day) && isByWeekday(rule, day))
    case 'WEEKLY': {
      const week = weekOf(first, rule) + 7 * steps
      const days = rule.byDay.length === 0 ? [weekdayOf(first)] : rule.byDay.map(({ day }) => day)
      return days.map((day) => week + ((day - rule.weekStart + 7) % 7))
    }
    case 'MONTHLY': {
      const { year: y, month: m } = civilDay(dayNumber(year, month + steps, 1))
      return daysOfMonth(rule, y, m, civilDay(first).date)
    }
    case 'YEARLY':
      return daysOfYear(rule, year + steps, civilDay(first))
  }
}

function daysOfMonth(rule: Rule, year: number, month: number, otherwise: number): number[] {
  const [start, length] = [dayNumber(year, month, 1), daysInMonth(year, month)]
  if (rule.byMonthDay.length === 0 && rule.byDay.length > 0) return nthWeekdays(rule.byDay, start, length)
  const dates = rule.byMonthDay.length === 0 ? [otherwise] : rule.byMonthDay
  const days = dates
    .map((date) => (date > 0 ? date : length + 1 + date))
    .filter((date) => date >= 1 && date <= length)
    .map((date) => start + date - 1)
  if (rule.byDay.length === 0) return days
  const allowed = nthWeekdays(rule.byDay, start, length)
  return days.filter((day) => allowed.includes(day))
}

function daysOfYear(rule: Rule, year: number, first: { month: number; date: number }): number[] {
  const isByDayAlone = rule.byDay.length > 0 && rule.byMonthDay.length === 0
  if (isByDayAlone && rule.byMonth.length === 0) {
    const start = dayNumber(year, 1, 1)
    return nthWeekdays(rule.byDay, start, dayNumber(year + 1, 1, 1) - start)
  }
  const all = Array.from({ length: 12 }, (_, index) => index + 1)
  const months =
    rule.byMonth.length > 0 ? rule.byMonth : rule.byMonthDay.length > 0 || isByDayAlone ? all : [first.month]
  return months.flatMap((month) => daysOfMonth(rule, year, month, first.date))
}

/** The weekdays of a stretch of days: each, or the nth from its start or end. */
function nthWeekdays(weekdays: readonly Weekday[], start: number, length: number): number[] {
  return weekdays.flatMap(({ day, nth }) => {
    const one = start + ((day - weekdayOf(start) + 7) % 7)
    const count = Math.floor((start + length - 1 - one) / 7) + 1
    const all = Array.from({ length: count }, (_, index) => one + 7 * index)
    if (nth === undefined) return all
    return all.slice(nth > 0 ? nth - 1 : count + nth, nth > 0 ? nth : count + nth + 1)
  })
}

function weekOf(day: number, { weekStart }: Rule): number {
  return day - ((weekdayOf(day) - weekStart + 7) % 7)
}

function isByMonthDay({ byMonthDay }: Rule, day: number): boolean {
  const { year, month, date } = civilDay(day)
  return (
    byMonthDay.length === 0 ||
    byMonthDay.some((it) => date === (it > 0 ? it : daysInMonth(year, month) + 1 + it))
  )
}

function isByWeekday({ byDay }: Rule, day: number): boolean {
  return byDay.length === 0 || byDay.some((it) => it.day === weekdayOf(day))
}
