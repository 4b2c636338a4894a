import { parseRule } from '#vocab/recurrence/rule'
import { ConnectorError } from '../errors.ts'
import { type Component, property } from '../formats/components.ts'
import type { ContentLine } from '../formats/content-lines.ts'
import { endOf } from './event-end.ts'
import { type Moment, readMoment } from './moment.ts'
import { type EventRow, type LeftOut, sayingOf } from './rows.ts'
import { ruleText } from './rule-text.ts'
import { param, textOf } from './text-value.ts'
import { type Zones, zonesOf } from './zones.ts'

const maxEvents = 50_000
const maxDates = 2000
const tasks = new Set(['VTODO', 'VJOURNAL', 'VFREEBUSY'])
const statuses: Readonly<Record<string, NonNullable<EventRow['status']>>> = {
  CONFIRMED: 'confirmed',
  TENTATIVE: 'tentative',
  CANCELLED: 'cancelled',
}

/**
 * Reads the events of an iCalendar file: an exception of a recurring event (RECURRENCE-ID) is a row of its own. People invited,
 * descriptions, attachments and alarms are not looked at; tasks, journals and free times are counted and left out.
 *
 * @throws ConnectorError with the line.
 */
export function readEvents(calendars: readonly Component[]): (EventRow | LeftOut)[] {
  const rows = new Map<string, { row: EventRow | LeftOut; sequence: number }>()
  for (const calendar of calendars) {
    if (calendar.name !== 'VCALENDAR')
      throw new ConnectorError('unsupported', { line: calendar.line, field: 'BEGIN' })
    const zones = zonesOf(calendar)
    for (const component of calendar.children) {
      if (rows.size > maxEvents) throw new ConnectorError('too-many-records', { limit: String(maxEvents) })
      if (tasks.has(component.name)) {
        const key = `task/${component.line}`
        rows.set(key, { row: { type: 'left-out', key, why: 'task' }, sequence: 0 })
      }
      if (component.name !== 'VEVENT') continue
      const row = readEvent(component, zones)
      const sequence = Number(
        /^\d{1,9}$/.exec(property(component, 'SEQUENCE')?.value.trim() ?? '0')?.[0] ?? 0,
      )
      const key = row.uid === '' ? sayingOf(row) : row.key
      const other = rows.get(key)
      if (other?.row.type === 'event' && other.sequence === sequence && sayingOf(other.row) !== sayingOf(row))
        throw new ConnectorError('contradiction', { line: component.line, field: 'UID' })
      // RFC 5545 §3.8.7.4: the higher one is the later one.
      if (other === undefined || sequence > other.sequence) rows.set(key, { row, sequence })
    }
  }
  return [...rows.values()].map(({ row }) => row)
}

function readEvent(event: Component, zones: Zones): EventRow {
  const startLine = property(event, 'DTSTART')
  if (startLine === undefined)
    throw new ConnectorError('missing-field', { line: event.line, field: 'DTSTART' })
  const start = readMoment(startLine, zones)
  const end = endOf(event, start, zones)
  const text = (name: string, max: number): string | undefined => {
    const line = property(event, name)
    return (line && textOf(line, line.value, max)) || undefined
  }
  const uid = text('UID', 500) ?? ''
  const replaces = property(event, 'RECURRENCE-ID')
  if (replaces && param(replaces, 'RANGE') !== undefined)
    throw new ConnectorError('unsupported', { line: replaces.line, field: 'RANGE' })
  const replaced = replaces && readMoment(replaces, zones).text
  return {
    type: 'event',
    key: replaced === undefined ? uid : `${uid}/${replaced}`,
    uid,
    name: text('SUMMARY', 500),
    ...timesOf(start, end),
    location: text('LOCATION', 1000),
    status: statuses[text('STATUS', 40)?.toUpperCase() ?? ''],
    rule: ruleOf(property(event, 'RRULE')),
    excluded: datesOf(event, 'EXDATE', zones),
    added: datesOf(event, 'RDATE', zones),
    replaces: replaced,
    sourceLine: event.line,
  }
}

function timesOf(start: Moment, end: string | undefined): Partial<EventRow> {
  switch (start.form) {
    case 'day':
      return { startDay: start.text, endDay: end }
    case 'local':
      return { localStart: start.text, localEnd: end }
    case 'instant':
      return { start: start.text, end, timeZone: start.zone }
  }
}

/** Validated, and kept as it is written. */
function ruleOf(line: ContentLine | undefined): string | undefined {
  if (line === undefined) return undefined
  const text = ruleText(line)
  try {
    parseRule(text)
  } catch {
    throw new ConnectorError('bad-field', { line: line.line, field: 'RRULE' })
  }
  return text
}

function datesOf(event: Component, name: 'EXDATE' | 'RDATE', zones: Zones): string[] {
  const dates = new Set<string>()
  let count = 0
  for (const line of event.properties) {
    if (line.name !== name) continue
    const texts = line.value.split(',', maxDates + 1)
    count += texts.length
    if (count > maxDates) throw new ConnectorError('too-many-records', { line: event.line, field: name })
    for (const text of texts) if (text.trim() !== '') dates.add(dateOf(line, text.trim(), zones))
  }
  return [...dates].sort()
}

/** A date, or a period with its end (RFC 5545 §3.3.9). */
function dateOf(line: ContentLine, text: string, zones: Zones): string {
  const [start = '', end] = text.split('/')
  const moment = readMoment(line, zones, start)
  if (end === undefined) return moment.text
  if (line.name !== 'RDATE' || end.startsWith('P'))
    throw new ConnectorError('unsupported', { line: line.line, field: line.name })
  return `${moment.text}/${readMoment(line, zones, end).text}`
}
