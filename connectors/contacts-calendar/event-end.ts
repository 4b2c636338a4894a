import { dayOfIso, isoDay } from '#vocab/recurrence/days'
import { instantOf, localOf } from '#vocab/recurrence/zone'
import { ConnectorError } from '../errors.ts'
import { type Component, property } from '../formats/components.ts'
import { isoOf, type Moment, readMoment } from './moment.ts'
import type { Zones } from './zones.ts'

const dayMs = 86_400_000
const shape = /^\+?P(?:(\d{1,4})W|(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?)$/

/**
 * The end of an event, in the form of its start: its DTEND; its start and DURATION, whose days are days of the calendar and whose
 * hours are exact (RFC 5545 §3.3.6); the day after, for a whole day that says neither, or says its own day.
 *
 * @throws ConnectorError `bad-field`, `contradiction`.
 */
export function endOf(event: Component, start: Moment, zones: Zones): string | undefined {
  const [end, duration] = [property(event, 'DTEND'), property(event, 'DURATION')]
  if (end !== undefined && duration !== undefined)
    throw new ConnectorError('contradiction', { line: duration.line, field: 'DURATION' })
  if (end !== undefined) {
    const { form, text } = readMoment(end, zones)
    if (form !== start.form || text < start.text)
      throw new ConnectorError('bad-field', { line: end.line, field: 'DTEND' })
    if (form !== 'day' || text > start.text) return text
  } else if (duration !== undefined) {
    const [whole, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] =
      shape.exec(duration.value.trim()) ?? []
    const time = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
    if (whole === undefined || /P$/.test(whole) || (start.form === 'day' && time > 0))
      throw new ConnectorError('bad-field', { line: duration.line, field: 'DURATION' })
    return later(start, Number(weeks) * 7 + Number(days), time)
  }
  return start.form === 'day' ? later(start, 1, 0) : undefined
}

function later({ form, text, zone }: Moment, days: number, time: number): string {
  if (form === 'day') return isoDay(dayOfIso(text) + days)
  if (form === 'local') return isoOf(Date.parse(`${text}Z`) + days * dayMs + time).slice(0, -1)
  const instant = Date.parse(text)
  const dayLater =
    zone === undefined || days === 0
      ? instant + days * dayMs
      : instantOf(localOf(instant, zone) + days * dayMs, zone)
  return isoOf(dayLater + time)
}
