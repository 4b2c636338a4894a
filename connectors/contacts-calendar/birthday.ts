import { ConnectorError } from '../errors.ts'
import type { ContentLine } from '../formats/content-lines.ts'
import { param } from './text-value.ts'

export interface Birthday {
  /** `1984-03-22`. */
  readonly birthday?: string
  /** `--03-22`, where the year is not said. */
  readonly birthMonthDay?: string
}

const dated = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ].{0,30})?$/
const yearless = /^--(\d\d)-?(\d\d)$/
/** A year, a month of a year, or a day of some month: no birthday that could be kept. */
const partial = /^(?:\d{4}|\d{4}-\d\d|--\d\d|---\d\d)$/
/** What Apple writes for a year that is not said. */
const noYear = '1604'

/**
 * A BDAY (RFC 6350 §6.2.5, RFC 2426 §3.1.5); nothing for words, or for less than a month and a day.
 *
 * @throws ConnectorError `bad-field`.
 */
export function readBirthday(property: ContentLine | undefined): Birthday {
  const text = property?.value.trim() ?? ''
  if (property === undefined || text === '' || param(property, 'VALUE')?.toLowerCase() === 'text') return {}
  if (partial.test(text)) return {}
  const omitted = param(property, 'X-APPLE-OMIT-YEAR') ?? noYear
  const [, year = omitted, month, day] = dated.exec(text) ?? [
    undefined,
    undefined,
    ...(yearless.exec(text) ?? []).slice(1),
  ]
  // A leap year stands for the one that is not said.
  const isReal = isDay(`${year === omitted ? '2000' : year}-${month}-${day}`)
  if (!isReal) throw new ConnectorError('bad-field', { line: property.line, field: 'BDAY' })
  return year === omitted ? { birthMonthDay: `--${month}-${day}` } : { birthday: `${year}-${month}-${day}` }
}

function isDay(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`)
  return (
    /^(1[89]|20)\d\d-/.test(text) &&
    !Number.isNaN(instant) &&
    new Date(instant).toISOString().startsWith(text)
  )
}
