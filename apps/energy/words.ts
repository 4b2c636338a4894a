import {
  capital,
  change,
  clockTime,
  dayName,
  dayWithWeekday,
  kilowattHours,
  monthName,
  monthShort,
  timeOfDay,
  weekdayShort,
  wholeNumber,
} from '../shared/i18n/format.ts'
import { language } from '../shared/i18n/language.ts'
import { t } from '../shared/i18n/t.ts'
import type { ChartPoint } from '../shared/ui/data-chart.ts'
import { minutesOfDay } from './calendar.ts'
import { type Bar, type Comparison, type EnergyView, runsOfDays } from './data.ts'
import { messages } from './messages.ts'
import { type Period, stepped } from './period.ts'

/** A period as a heading: `Mars 2025`. */
export function periodWords({ unit, name }: Period): string {
  if (unit === 'day') return capital(dayWithWeekday(name))
  if (unit === 'week') return t(messages.weekOf, dayName(name))
  return unit === 'month' ? capital(monthName(name)) : name
}

/** What was used in all; without any reading, whether one may still come. */
export function totalWords({ wattHours }: Pick<EnergyView, 'wattHours'>, isSettled: boolean): string {
  if (wattHours !== undefined) return kilowattHours(wattHours)
  return t(isSettled ? messages.nothingRead : messages.onItsWay)
}

/** The sentence under which the chart stands. */
export function caption(view: EnergyView, isSettled: boolean): string {
  const words = totalWords(view, isSettled)
  const total = view.wattHours === undefined ? words.toLocaleLowerCase() : words
  const { unit, name } = view.period
  if (unit === 'day') return t(messages.captionDay, dayWithWeekday(name), total)
  const sentence = t(
    unit === 'year' ? messages.captionMonths : messages.captionDays,
    periodWords(view.period),
    total,
  )
  const highest = view.bars.reduce<Bar | undefined>(
    (best, bar) => ((bar.wattHours ?? 0) > (best?.wattHours ?? 0) ? bar : best),
    undefined,
  )
  if (!highest?.wattHours) return sentence
  return `${sentence} ${t(messages.highest, barWords(view.period, highest.key), kilowattHours(highest.wattHours))}`
}

/** More or less than before, in words. */
export function comparisonWords({ ratio, soFar, wattHours }: Comparison, period: Period): string {
  const before = stepped(period, -1)
  const to = { day: messages.toDay, week: messages.toWeek, month: messages.toPeriod, year: messages.toPeriod }
  const name = before.unit === 'day' ? dayWithWeekday(before.name) : inSentence(periodWords(before))
  const against = t(to[before.unit], name)
  const than = `${soFar ? t(messages.sameDays, against) : against} (${kilowattHours(wattHours)})`
  if (ratio === undefined || Math.abs(ratio) < 0.005) return t(messages.asMuch, than)
  return t(messages.more, change(ratio), than)
}

/** What was not read, each in a sentence. At most three runs of days are named. */
export function gapSentences({ missingDays, missingMinutes, period }: EnergyView): string[] {
  const runs = runsOfDays(missingDays).sort(
    ([a, b], [c, d]) => Date.parse(d) - Date.parse(c) - (Date.parse(b) - Date.parse(a)),
  )
  const named = runs.slice(0, 3).sort(([a], [b]) => (a < b ? -1 : 1))
  const others = missingDays.length - runsLength(named)
  const sentences = named.map(([first, last]) =>
    first === last
      ? t(messages.missingDay, dayName(first))
      : t(messages.missingRun, dayName(first), dayName(last)),
  )
  if (others > 0) sentences.push(t(messages.missingMore, others))
  if (missingMinutes > 0) {
    const alone = missingDays.length === 0 || period.unit === 'day'
    sentences.push(t(alone ? messages.missingTimeOnly : messages.missingTime, duration(missingMinutes)))
  }
  return sentences
}

/** Says when a day is not 24 hours long. */
export function clockChange({ unit, name }: Period): string | undefined {
  if (unit !== 'day' || minutesOfDay(name) === 1440) return undefined
  return t(minutesOfDay(name) < 1440 ? messages.shortDay : messages.longDay)
}

/** The bars as the chart takes them. */
export function chartPoints({ period, bars }: EnergyView): ChartPoint[] {
  const slotMinutes = period.unit === 'day' ? minutesOfDay(period.name) / Math.max(1, bars.length) : 0
  return bars.map((bar, at) => {
    const note = bar.partial ? t(messages.incomplete) : bar.estimated ? t(messages.estimated) : undefined
    return {
      key: bar.key,
      label: capital(barWords(period, bar.key, slotMinutes)),
      tick: tick(period, bar.key, at),
      values: [bar.wattHours],
      hatched: note !== undefined,
      ...(note ? { note } : {}),
    }
  })
}

function barWords({ unit, name }: Period, key: string, minutes = 30): string {
  if (unit === 'year') return monthName(key)
  if (unit !== 'day') return dayWithWeekday(key)
  const from = new Date(Number(key))
  const to = timeOfDay(new Date(from.getTime() + minutes * 60_000))
  const hour = timeOfDay(from)
  // The hour that comes twice: before 01:00 UTC it is still summer time.
  if (minutesOfDay(name) > 1440 && clockTime(from).startsWith('02')) {
    return t(from.getUTCHours() < 1 ? messages.slotSummer : messages.slotWinter, hour, to)
  }
  return t(messages.slot, hour, to)
}

function tick({ unit }: Period, key: string, at: number): string {
  if (unit === 'year') return monthShort(key)
  if (unit === 'week') return weekdayShort(key)
  if (unit === 'month') return at === 0 || (at + 1) % 5 === 0 ? String(at + 1) : ''
  const hour = clockTime(new Date(Number(key)))
  if (!/^(00|06|12|18):00$/.test(hour)) return ''
  return language() === 'fr' ? `${Number(hour.slice(0, 2))}\u00a0h` : hour
}

function duration(minutes: number): string {
  return minutes < 120 ? t(messages.minutes, minutes) : t(messages.hours, wholeNumber(minutes / 60))
}

const runsLength = (runs: readonly (readonly [string, string])[]): number =>
  runs.reduce((days, [first, last]) => days + (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1, 0)
/** French months and weeks have no capital inside of a sentence; English months have, and weeks have not. */
const inSentence = (text: string): string =>
  language() === 'fr' || text.startsWith('Week') ? text.charAt(0).toLowerCase() + text.slice(1) : text
