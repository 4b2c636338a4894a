import type { DayCurve, Meter } from '#vocab/generated/energy'
import { addTo } from '#vocab/groups'
import type { PodDocument } from '../shared/pod/records.ts'
import { addDays } from './calendar.ts'
import { type DayReading, readDay } from './day-reading.ts'
import { daysOf, type Period, stepped } from './period.ts'

export type Direction = DayCurve['direction']

/** One meter's readings in one direction, by day. */
export interface MeterReadings {
  /** The container of the meter's documents: names the meter in the app. */
  readonly key: string
  /** The name of the network operator, where it is known. */
  readonly partner: string | undefined
  readonly meter: Meter | undefined
  readonly directions: readonly Direction[]
  /** First and last days with a curve. */
  readonly first: string
  readonly last: string
  day(day: string, direction: Direction): DayReading
}

/** A bar of the chart: a slot of a day, a day, or a month. */
export interface Bar {
  /** A day, a month, or an instant in milliseconds as text for a slot. */
  readonly key: string
  /** Null where nothing was read. */
  readonly wattHours: number | null
  readonly partial: boolean
  readonly estimated: boolean
}

export interface Comparison {
  readonly wattHours: number
  /** 0.1 is 10 % more than before; undefined when before was zero. */
  readonly ratio: number | undefined
  /** True when only the first days of both periods are compared, the period not being over. */
  readonly soFar: boolean
}

/** What the screen shows of a period. Energy in Wh. */
export interface EnergyView {
  readonly period: Period
  /** Undefined when nothing at all was read. */
  readonly wattHours: number | undefined
  readonly estimated: boolean
  readonly bars: readonly Bar[]
  /** Days between the first and the last reading with none at all, and minutes missing on the other days. */
  readonly missingDays: readonly string[]
  readonly missingMinutes: number
  /** Undefined when either period lacks too much to be compared fairly. */
  readonly comparison: Comparison | undefined
  readonly hasEarlier: boolean
  readonly hasLater: boolean
}

/**
 * The meters in some documents, in a steady order. Days after `today` and its time zones are left out: one that a
 * partner got wrong would be the last, and what is shown first.
 */
export function readMeters(documents: readonly PodDocument[], today = new Date()): MeterReadings[] {
  const tomorrow = addDays(today.toISOString().slice(0, 10), 1)
  const folders = new Map<string, PodDocument[]>()
  for (const document of documents) {
    const folder = document.url.slice(0, document.url.lastIndexOf('/') + 1)
    addTo(folders, folder, document)
  }
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, inFolder]) => readMeter(key, inFolder, tomorrow) ?? [])
}

function readMeter(
  key: string,
  documents: readonly PodDocument[],
  tomorrow: string,
): MeterReadings | undefined {
  const curves = new Map<string, DayCurve[]>()
  let meter: Meter | undefined
  for (const record of documents.flatMap(({ records }) => records)) {
    if (record.superseded) continue
    if (record.kind === 'meter') meter ??= record.value
    if (record.kind !== 'curve' || record.value.day > tomorrow) continue
    const at = `${record.value.direction} ${record.value.day}`
    addTo(curves, at, record.value)
  }
  if (curves.size === 0) return undefined
  const all = [...curves.values()].flat()
  const days = all.map(({ day }) => day).sort()
  const read = new Map<string, DayReading>()
  return {
    key,
    partner: documents.find(({ partner }) => partner !== undefined)?.partner,
    meter,
    directions: (['consumption', 'production'] as const).filter((it) =>
      all.some(({ direction }) => direction === it),
    ),
    first: days[0] as string,
    last: days.at(-1) as string,
    day: (day, direction) => {
      const at = `${direction} ${day}`
      const reading = read.get(at) ?? readDay(day, curves.get(at) ?? [])
      read.set(at, reading)
      return reading
    },
  }
}

/** The view of a period. */
export function viewPeriod(meter: MeterReadings, direction: Direction, period: Period): EnergyView {
  const days = daysOf(period).map((day) => meter.day(day, direction))
  const read = days.filter(({ knownMinutes }) => knownMinutes > 0)
  // Before the first reading and after the last one nothing is missing: there was nothing, or is nothing yet.
  const expected = days.filter(({ day }) => day >= meter.first && day <= meter.last)
  return {
    period,
    wattHours: read.length > 0 ? sum(read) : undefined,
    estimated: read.some(({ estimated }) => estimated),
    bars: barsOf(period, days),
    missingDays: expected.filter(({ knownMinutes }) => knownMinutes === 0).map(({ day }) => day),
    missingMinutes: expected.reduce(
      (minutes, it) => (it.knownMinutes === 0 ? minutes : minutes + it.minutes - it.knownMinutes),
      0,
    ),
    comparison: compare(meter, direction, period),
    hasEarlier: (days[0]?.day ?? '') > meter.first,
    hasLater: (days.at(-1)?.day ?? '') < meter.last,
  }
}

function barsOf(period: Period, days: readonly DayReading[]): Bar[] {
  if (period.unit === 'day') {
    return days.flatMap(({ slots, estimated }) =>
      slots.map(({ start, wattHours, partial }) => ({ key: String(start), wattHours, partial, estimated })),
    )
  }
  if (period.unit !== 'year') return days.map((day) => bar(day.day, [day]))
  const months = new Map<string, DayReading[]>()
  for (const day of days) {
    const month = day.day.slice(0, 7)
    addTo(months, month, day)
  }
  return [...months].map(([month, inMonth]) => bar(month, inMonth))
}

function bar(key: string, days: readonly DayReading[]): Bar {
  const known = days.some(({ knownMinutes }) => knownMinutes > 0)
  return {
    key,
    wattHours: known ? sum(days) : null,
    partial: known && days.some(({ knownMinutes, minutes }) => knownMinutes < minutes),
    estimated: days.some(({ estimated }) => estimated),
  }
}

/** Compares with the period before, day for day up to the last reading; only where nine tenths of both were read. */
function compare(meter: MeterReadings, direction: Direction, period: Period): Comparison | undefined {
  const days = daysOf(period).filter((day) => day <= meter.last)
  const all = daysOf(stepped(period, -1))
  const soFar = days.length < daysOf(period).length
  const before = soFar ? all.slice(0, days.length) : all
  const firstDay = before[0]
  if (days.length === 0 || firstDay === undefined || firstDay < meter.first) return undefined
  const readings = (names: readonly string[]) => names.map((day) => meter.day(day, direction))
  const now = readings(days)
  const then = readings(before)
  if (coverage(now) < 0.9 || coverage(then) < 0.9) return undefined
  const wattHours = sum(then)
  return { wattHours, ratio: wattHours > 0 ? sum(now) / wattHours - 1 : undefined, soFar }
}

function coverage(days: readonly DayReading[]): number {
  const known = days.reduce((minutes, day) => minutes + day.knownMinutes, 0)
  return known / days.reduce((minutes, day) => minutes + day.minutes, 0)
}

const sum = (days: readonly DayReading[]): number =>
  days.reduce((total, { wattHours }) => total + wattHours, 0)

/** The longest runs of days in a list of days, in order: `[first, last]`. */
export function runsOfDays(days: readonly string[]): (readonly [first: string, last: string])[] {
  const runs: [string, string][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && addDays(run[1], 1) === day) run[1] = day
    else runs.push([day, day])
  }
  return runs
}
