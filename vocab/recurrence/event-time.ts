import type { CalendarEvent } from '../generated/contacts.ts'
import { dayOfIso, isoDay } from './days.ts'
import { instantOf, isTimeZone, localOf } from './zone.ts'

/** How an event tells its time: by days, by local clocks, or by instants that a zone's clocks rule. */
export interface EventTime {
  /** The day of its start, by its own clocks. */
  readonly firstDay: number
  /** False where its clocks are not known, so that no rule can be followed. */
  readonly isRuled: boolean
  /** The start of its occurrence on a day. */
  startOn(day: number): string
  /** The day, by its clocks, of a start told as its own is. */
  dayOf(start: string): number
  endOf(start: string): { readonly end?: string }
  /** The last day on which it may take place, for an UNTIL as RFC 5545 writes it. */
  lastDayUntil(until: string): number
}

const dayMs = 86_400_000

/** `undefined` for an event without a start. */
export function timeOf(event: CalendarEvent): EventTime | undefined {
  if (event.startDay !== undefined) return ofDays(event.startDay, event.endDay)
  if (event.localStart !== undefined) return ofClock(event.localStart, event.localEnd)
  return event.start === undefined ? undefined : ofZone(event.start, event.end, event.timeZone)
}

function ofDays(start: string, end: string | undefined): EventTime {
  const length = end === undefined ? 1 : dayOfIso(end) - dayOfIso(start)
  return {
    firstDay: dayOfIso(start),
    isRuled: true,
    startOn: isoDay,
    dayOf: dayOfIso,
    endOf: (it) => ({ end: isoDay(dayOfIso(it) + length) }),
    lastDayUntil: (until) => dayOfIso(extended(until)),
  }
}

function ofClock(start: string, end: string | undefined): EventTime {
  const [first, length] = [digits(start), end === undefined ? undefined : digits(end) - digits(start)]
  return {
    firstDay: dayOfIso(start),
    isRuled: true,
    startOn: (day) => `${isoDay(day)}${start.slice(10)}`,
    dayOf: dayOfIso,
    endOf: (it) => (length === undefined ? {} : { end: iso(digits(it) + length).slice(0, -1) }),
    lastDayUntil: (until) => lastDay(untilDigits(until), first),
  }
}

function ofZone(start: string, end: string | undefined, zone: string | undefined): EventTime {
  const isRuled = zone !== undefined && isTimeZone(zone)
  const local = (instant: number): number => (isRuled ? localOf(instant, zone) : instant)
  const instant = (digitsOf: number): number => (isRuled ? instantOf(digitsOf, zone) : digitsOf)
  const begin = Date.parse(start)
  const first = local(begin)
  const length = end === undefined ? undefined : Date.parse(end) - begin
  return {
    firstDay: Math.floor(first / dayMs),
    isRuled,
    // Its own start as it says it: in the hour that clocks repeat it may be the second.
    startOn: (day) =>
      day === Math.floor(first / dayMs)
        ? start
        : iso(instant(day * dayMs + (first - Math.floor(first / dayMs) * dayMs))),
    dayOf: (it) => (it.length === 10 ? dayOfIso(it) : Math.floor(local(Date.parse(it)) / dayMs)),
    // The same exact length for each (RFC 5545 §3.8.5.3).
    endOf: (it) => (length === undefined ? {} : { end: iso(Date.parse(it) + length) }),
    lastDayUntil: (until) =>
      lastDay(until.endsWith('Z') ? local(untilDigits(until)) : untilDigits(until), first),
  }
}

/** The day of an end, or the one before when the event's hour comes after the end's. */
function lastDay(until: number, first: number): number {
  const day = Math.floor(until / dayMs)
  return until - day * dayMs >= first - Math.floor(first / dayMs) * dayMs ? day : day - 1
}

/** A day alone lets the whole day count. */
function untilDigits(until: string): number {
  return until.length === 8 ? digits(`${extended(until)}T23:59:59`) : digits(extended(until))
}

/** `20261231T225959Z` as `2026-12-31T22:59:59`. */
function extended(basic: string): string {
  const day = `${basic.slice(0, 4)}-${basic.slice(4, 6)}-${basic.slice(6, 8)}`
  return basic.length === 8
    ? day
    : `${day}T${basic.slice(9, 11)}:${basic.slice(11, 13)}:${basic.slice(13, 15)}`
}

function digits(local: string): number {
  return Date.parse(`${local}Z`)
}

function iso(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
