import { civilDay, dayNumber } from '#vocab/recurrence/days'
import { daysOfPeriod } from '#vocab/recurrence/periods'
import { parseRule, type Rule } from '#vocab/recurrence/rule'
import { ConnectorError } from '../errors.ts'
import { type Component, property } from '../formats/components.ts'
import type { ContentLine } from '../formats/content-lines.ts'
import { ruleText } from './rule-text.ts'

const dayMs = 86_400_000

/** From some moments on, clocks stand so far from UTC. Times are digits of local clocks. */
interface Observance {
  readonly offset: number
  readonly before: number
  /** Every moment of a year and of the one before at which it begins, and those that are listed. */
  onsets(year: number): number[]
}

/** Zones have changed their minds less often since there are trains. */
const maxObservances = 100
const maxListed = 500
/** In a year of a rule. */
const maxOnsets = 12

/**
 * The instants of the local times of a VTIMEZONE (RFC 5545 §3.6.5): of its STANDARD and DAYLIGHT parts, the one that began last
 * holds. Yearly rules and lists of moments are followed.
 *
 * @throws ConnectorError `unsupported` for other rules; `missing-field`, `bad-field`, `too-many-records`.
 */
export function embeddedZone(definition: Component): (local: number) => number {
  if (definition.children.length > maxObservances) throw tooMany(definition.line, maxObservances)
  const observances = definition.children.map(readObservance)
  const [first] = observances
  if (first === undefined)
    throw new ConnectorError('missing-field', { line: definition.line, field: 'STANDARD' })
  const years = new Map<number, readonly Onset[]>()
  return (local) => {
    const { year } = civilDay(Math.floor(local / dayMs))
    const known = years.get(year) ?? onsetsOf(observances, year)
    years.set(year, known)
    return local - (known.findLast(({ at }) => at <= local)?.offset ?? first.before)
  }
}

interface Onset {
  readonly at: number
  readonly offset: number
}

/** In order; of two at once the part that stands first in the file. Before the year, the last alone. */
function onsetsOf(observances: readonly Observance[], year: number): Onset[] {
  const offsets = new Map<number, number>()
  for (const observance of observances) {
    for (const at of observance.onsets(year)) if (!offsets.has(at)) offsets.set(at, observance.offset)
  }
  const all = [...offsets].map(([at, offset]) => ({ at, offset })).sort((one, other) => one.at - other.at)
  const start = dayNumber(year, 1, 1) * dayMs
  return all.slice(
    Math.max(
      0,
      all.findLastIndex(({ at }) => at <= start),
    ),
  )
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
  const listed = [begin]
  for (const line of part.properties) {
    if (line.name !== 'RDATE') continue
    const texts = line.value.split(',', maxListed + 1)
    if (listed.length + texts.length > maxListed) throw tooMany(line.line, maxListed)
    listed.push(...texts.map((text) => readDigits(text, line, before)))
  }
  const ruleLine = property(part, 'RRULE')
  const rule = ruleLine && readYearly(ruleLine)
  return {
    offset,
    before,
    onsets(year) {
      const ruled = ruleLine && rule ? onsetsAround(rule, begin, before, year, ruleLine.line) : []
      return [...listed, ...ruled].filter((onset) => onset >= begin)
    },
  }
}

function tooMany(line: number, limit: number): ConnectorError {
  return new ConnectorError('too-many-records', { line, field: 'VTIMEZONE', limit: String(limit) })
}

/** Of a year, and of the one before. */
function onsetsAround(rule: Rule, begin: number, before: number, year: number, line: number): number[] {
  const first = Math.floor(begin / dayMs)
  const years = year - civilDay(first).year
  const until = rule.until === undefined ? Number.POSITIVE_INFINITY : digitsOf(rule.until, before)
  const days = [years - 1, years].filter((at) => at >= 0).flatMap((at) => daysOfPeriod(rule, first, at))
  if (days.length > 2 * maxOnsets) throw new ConnectorError('unsupported', { line, field: 'RRULE' })
  return days.map((day) => day * dayMs + (begin - first * dayMs)).filter((onset) => onset <= until)
}

function readYearly(line: ContentLine): Rule {
  const unsupported = new ConnectorError('unsupported', { line: line.line, field: 'RRULE' })
  try {
    const rule = parseRule(ruleText(line))
    if (rule?.frequency === 'YEARLY' && rule.interval === 1 && rule.count === undefined) return rule
  } catch (error) {
    if (error instanceof ConnectorError) throw error
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
