import { ConnectorError } from '../errors.ts'
import { all, first, neededAt, readAt, type XmlElement } from '../formats/xml.ts'
import { readCents } from '../money/amount.ts'

/** Amounts in one currency, read at paths of local names. */
export interface Amounts {
  /** Integer cents. @throws ConnectorError `bad-field` (more than two decimals count), `contradiction` (another currency). */
  at(element: XmlElement, path: string): number | undefined
  /** @throws ConnectorError as `at`, and `missing-field`. */
  neededAt(element: XmlElement, path: string): number
}

export function amountsIn(currency: string): Amounts {
  const at = (element: XmlElement, path: string): number | undefined => {
    const found = first(element, path)
    const told = found?.attributes.get('currencyID') ?? currency
    if (told !== currency)
      throw new ConnectorError('contradiction', { line: found?.line, field: found?.name })
    return readAt(element, path, readPoint)
  }
  return {
    at,
    neededAt(element, path) {
      const cents = at(element, path)
      if (cents === undefined) throw new ConnectorError('missing-field', { line: element.line, field: path })
      return cents
    },
  }
}

/** The one amount of several that is in the invoice's currency: the VAT may be said in that of the State too (BT-111). */
export function amountInCurrency(
  elements: readonly XmlElement[],
  currency: string,
): { readonly cents: number; readonly element: XmlElement } | undefined {
  const element = elements.find((it) => (it.attributes.get('currencyID') ?? currency) === currency)
  if (element === undefined || element.text === '') return undefined
  const cents = readPoint(element.text)
  if (cents === undefined) throw new ConnectorError('bad-field', { line: element.line, field: element.name })
  return { cents, element }
}

/** XML Schema decimals have a point, never a comma. */
function readPoint(text: string): number | undefined {
  return text.includes(',') ? undefined : readCents(text)
}

/** The element at a path. @throws ConnectorError `missing-field`. */
export function neededElement(element: XmlElement, path: string): XmlElement {
  const found = first(element, path)
  if (found === undefined) throw new ConnectorError('missing-field', { line: element.line, field: path })
  return found
}

/** As `neededAt`, on one line. */
export function neededWords(element: XmlElement, path: string, maxLength = 300): string {
  return neededAt(element, path, maxLength).replace(/\s+/g, ' ')
}

/** The first text of some elements whose attribute says this. */
export function textWhere(
  element: XmlElement,
  path: string,
  attribute: string,
  value: string,
): string | undefined {
  return all(element, path).find((it) => it.attributes.get(attribute) === value && it.text !== '')?.text
}

/** A SIREN, also where the file says the SIRET that begins with it. */
export function readSiren(text: string | undefined): string | undefined {
  return /^(\d{9})(?:\d{5})?$/.exec((text ?? '').replace(/ /g, ''))?.[1]
}
