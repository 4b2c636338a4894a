import { civilDay, dayNumber } from '#vocab/recurrence/days'
import { daysOfPeriod } from '#vocab/recurrence/periods'
import { parseRule, type Rule } from '#vocab/recurrence/rule'
import { ConnectorError } from '../errors.ts'
import { type Component, property } from '../formats/components.ts'
import type { ContentLine } from '../formats/content-lines.ts'

const dayMs = 86_400_000

/** One half of a definition: from some moments on, clocks stand so far from UTC. Times are digits of local clocks. */
interface Observance {
  readonly offset: number
  readonly before: number
  /** The last moment not after `local` at which it begins. */
  onsetBefore(local: number): number | undefined
}

/**
 * The instants of the local times of a VTIMEZONE (RFC 5545 §3.6.5): of its STANDARD and DAYLIGHT parts, the one that began last
 * holds. Yearly rules and lists of moments are followed.
 *
 * @throws ConnectorError `unsupported` for other rules; `missing-field`, `bad-field`.
 */
export function embeddedZone(definition: Component): (local: number) => number {
  const observances = definition.children.map(readObservance)
  const [first] = observances
  if (first === undefined)
    throw new ConnectorError('missing-field', { line: definition.line, field: 'STANDARD' })
  return (local) => {
    let [offset, latest] = [first.before, Number.NEGATIVE_INFINITY]
    for (const observance of observances) {
      const onset = observance.onsetBefore(local)
      if (onset !== undefined && onset > latest) [offset, latest] = [observance.offset, onset]
    }
    return local - offset
  }
}

function readObservance(part: Component): Observance {
  const needed = (name: string): ContentLine => {
    const found = property(part, name)
    if (found === undefined) throw new ConnectorError('missing-field', { line: part.line, field: name })
    return found
  }
  const [offset, before] = [readOffset(needed('TZOFFSETTO')), readOffset(needed('TZOFFSETFROM'))]
  const start = needed('DTSTART')
  const begin = readDigits(start.value, start, before)
  const rdates = part.properties.filter(({ name }) => name === 'RDATE')
  const listed = [
    begin,
    ...rdates.flatMap((it) => it.value.split(',').map((text) => readDigits(text, it, before))),
  ]
  const ruleLine = property(part, 'RRULE')
  const rule = ruleLine && readYearly(ruleLine)
  return {
    offset,
    before,
    onsetBefore(local) {
      const onsets = rule === undefined ? listed : [...listed, ...onsetsAround(rule, begin, before, local)]
      const past = onsets.filter((onset) => onset >= begin && onset <= local)
      return past.length === 0 ? undefined : Math.max(...past)
    },
  }
}

/** Of the year of a local time, and of the one before. */
function onsetsAround(rule: Rule, begin: number, before: number, local: number): number[] {
  const first = Math.floor(begin / dayMs)
  const years = civilDay(Math.floor(local / dayMs)).year - civilDay(first).year
  const until = rule.until === undefined ? Number.POSITIVE_INFINITY : digitsOf(rule.until, before)
  const days = [years - 1, years].filter((at) => at >= 0).flatMap((at) => daysOfPeriod(rule, first, at))
  return days.map((day) => day * dayMs + (begin - first * dayMs)).filter((onset) => onset <= until)
}

function readYearly(line: ContentLine): Rule {
  const unsupported = new ConnectorError('unsupported', { line: line.line, field: 'RRULE' })
  try {
    const rule = parseRule(line.value.trim())
    if (rule?.frequency === 'YEARLY' && rule.interval === 1 && rule.count === undefined) return rule
  } catch {
    throw new ConnectorError('bad-field', { line: line.line, field: 'RRULE' })
  }
  throw unsupported
}

/** `+0100`, in milliseconds. */
function readOffset({ name, value, line }: ContentLine): number {
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(value.trim()) ?? []
  if (sign === undefined || Number(hours) > 24) throw new ConnectorError('bad-field', { line, field: name })
  const offset = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  return sign === '-' ? -offset : offset
}

function readDigits(text: string, { name, line }: ContentLine, before: number): number {
  const digits = digitsOf(text.trim(), before)
  if (Number.isNaN(digits)) throw new ConnectorError('bad-field', { line, field: name })
  return digits
}

/** Local digits; what is told in UTC, by the clocks of before. */
function digitsOf(text: string, before: number): number {
  const [, year, month, day, hour = '0', minute = '0', second = '0', utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text) ?? []
  if (day === undefined) return Number.NaN
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000
  const digits = dayNumber(Number(year), Number(month), Number(day)) * dayMs + time
  return utc === undefined ? digits : digits + before
}
