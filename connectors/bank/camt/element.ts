import { ConnectorError } from '../../errors.ts'
import { all, textAt, type XmlElement } from '../../formats/xml.ts'
import { readCents } from '../../money/amount.ts'
import { readCurrency } from '../../money/currency.ts'
import { isDay } from '../calendar-day.ts'

/** @throws ConnectorError `malformed` when there are two: the one that is not read may say something else. */
export function atMostOne(element: XmlElement, name: string): XmlElement | undefined {
  const [found, second] = all(element, name)
  if (second !== undefined) throw new ConnectorError('malformed', { line: second.line, field: name })
  return found
}

/** @throws ConnectorError `missing-field`, `malformed`. */
export function exactlyOne(element: XmlElement, name: string): XmlElement {
  const found = atMostOne(element, name)
  if (found === undefined) throw new ConnectorError('missing-field', { line: element.line, field: name })
  return found
}

/** What `read` makes of an element's own text. @throws ConnectorError `bad-field` with its line. */
export function readOwn<T>({ name, text, line }: XmlElement, read: (text: string) => T | undefined): T {
  const value = text.length > 64 ? undefined : read(text)
  if (value === undefined) throw new ConnectorError('bad-field', { line, field: name })
  return value
}

export interface Money {
  readonly cents: number
  readonly currency: string
}

/**
 * `<Amt Ccy="EUR">8.85</Amt>` and its sign. The schema gives amounts up to five decimals and never a sign; those below
 * the cent must be zero. `RvslInd` does not turn the sign round: the indicator is that of the entry as it is booked.
 */
export function readMoney(element: XmlElement, sign = readSign(element)): Money {
  const amount = exactlyOne(element, 'Amt')
  const cents = readOwn(amount, (text) => (/^\d+(?:\.\d{1,5})?$/.test(text) ? readCents(text) : undefined))
  const currency = readCurrency(amount.attributes.get('Ccy') ?? '')
  if (currency === undefined) throw new ConnectorError('bad-field', { line: amount.line, field: 'Ccy' })
  return { cents: cents === 0 ? 0 : sign * cents, currency }
}

export function readSign(element: XmlElement): 1 | -1 {
  const said = { CRDT: 1, DBIT: -1 } as const
  return readOwn(exactlyOne(element, 'CdtDbtInd'), (text) =>
    text === 'CRDT' || text === 'DBIT' ? said[text] : undefined,
  )
}

/**
 * A `DateAndDateTimeChoice` as a day: the bank's own digits, whatever its offset, since a booking day is a day there.
 */
export function readDate(element: XmlElement): string {
  const choice = atMostOne(element, 'Dt') ?? exactlyOne(element, 'DtTm')
  return readOwn(choice, (text) => {
    const [, day] = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d:\d\d[\d.]*)?(?:Z|[+-]\d\d:\d\d)?$/.exec(text) ?? []
    return day !== undefined && isDay(day) ? day : undefined
  })
}

/** A reference of the bank's, or nothing where it says that there is none. */
export function referenceAt(element: XmlElement, path: string): string | undefined {
  const text = textAt(element, path)
  return text === undefined || /^(NONREF|NOREF|NOTPROVIDED|NONE|0+)$/i.test(text) ? undefined : text
}
