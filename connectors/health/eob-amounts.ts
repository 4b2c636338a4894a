import { ConnectorError } from '../errors.ts'
import type { JsonFields } from '../formats/json-fields.ts'
import { readCents } from '../money/amount.ts'
import { readCurrency } from '../money/currency.ts'

/** FHIR R4 Money, in one currency a claim. */
export class EobAmounts {
  readonly #eob: JsonFields
  #currency: string | undefined

  constructor(eob: JsonFields) {
    this.#eob = eob
  }

  /** The currency of what was read. @throws ConnectorError `missing-field` when nothing was. */
  get currency(): string {
    if (this.#currency === undefined) this.#fail('missing-field', this.#eob)
    return this.#currency
  }

  /**
   * What a code of the adjudication (`submitted`, `eligible`…) sums to: the one total that has it, else the sum of the
   * items where each has it once. `undefined` otherwise: several amounts under one code are not one amount.
   */
  under(code: string): number | undefined {
    const totals = this.#eob.list('total').filter((total) => hasCode(total, code))
    if (totals.length > 0) return totals.length === 1 ? this.of(totals[0]?.object('amount')) : undefined
    const items = this.#eob.list('item')
    let sum = 0
    for (const item of items) {
      const [one, another] = item.list('adjudication').filter((part) => hasCode(part, code))
      const cents = another === undefined ? this.of(one?.object('amount')) : undefined
      if (cents === undefined) return undefined
      sum += cents
    }
    return items.length === 0 ? undefined : sum
  }

  /** @throws ConnectorError `bad-field`, `missing-field`, `contradiction` (a second currency). */
  of(money: JsonFields | undefined): number | undefined {
    const cents = money?.read('value', readCents)
    if (money === undefined || cents === undefined) return undefined
    const currency = money.neededAs('currency', readCurrency)
    this.#currency ??= currency
    if (currency !== this.#currency) this.#fail('contradiction', money)
    return cents
  }

  #fail(code: 'missing-field' | 'contradiction', { line }: JsonFields): never {
    throw new ConnectorError(code, { line, field: 'currency' })
  }
}

function hasCode(part: JsonFields, code: string): boolean {
  const codings = part.object('category')?.list('coding') ?? []
  return codings.some((coding) => coding.text('code') === code)
}
