import { ConnectorError } from '../../errors.ts'
import { readCents } from '../../money/amount.ts'
import { readCurrency } from '../../money/currency.ts'
import type { Draft } from '../record-keys.ts'
import type { AccountId } from '../rows.ts'
import { readDay } from './day.ts'
import { only, optional, readAs, required } from './element.ts'
import { transactionTags } from './tags.ts'
import type { OfxElement } from './tree.ts'

/** One `STMTTRN`. @throws ConnectorError with the line and the name of the field. */
export function readOperation(element: OfxElement, account: AccountId, statementCurrency: string): Draft {
  for (const { name, line, vendor } of element.children) {
    // `ACHAT <CB> PARIS` is a label, not a tag: half of it would be lost.
    if (!transactionTags.has(name) && !vendor) throw new ConnectorError('malformed', { line })
  }
  refuseCorrection(element)
  const valueDate = only(element, 'DTAVAIL') && readAs(element, 'DTAVAIL', readDay)
  const payee = only(element, 'PAYEE')
  const name = optional(element, 'NAME', 300) ?? (payee && optional(payee, 'NAME', 300))
  const memo = optional(element, 'MEMO', 1000)
  const type = required(element, 'TRNTYPE', 32).toLowerCase()
  const reference = optional(element, 'FITID', 255)
  // <CURRENCY> says that this amount is not in the statement's currency; <ORIGCURRENCY> that it was converted.
  const own = only(element, 'CURRENCY')
  const label = name ?? memo ?? type
  if (label.length > 300)
    throw new ConnectorError('too-long', { line: element.line, field: 'MEMO', limit: '300' })
  return {
    type: 'operation',
    account,
    bookingDate: readAs(element, 'DTPOSTED', readDay),
    ...(valueDate === undefined ? {} : { valueDate }),
    amountCents: readAs(element, 'TRNAMT', readCents),
    currency: own === undefined ? statementCurrency : readAs(own, 'CURSYM', readCurrency),
    label,
    ...(name === undefined || memo === undefined ? {} : { memo }),
    operationType: type,
    ...(reference === undefined ? {} : { bankReference: reference, identity: reference }),
    line: element.line,
  }
}

/**
 * An operation that replaces or deletes an earlier one (OFX §11.4.3) may come in a later file, and a correction may be
 * corrected: kept as one more operation, the sums would hold both. Empty leaves say nothing.
 */
function refuseCorrection(element: OfxElement): void {
  for (const field of ['CORRECTFITID', 'CORRECTACTION']) {
    if (optional(element, field, 255) !== undefined) {
      throw new ConnectorError('unsupported', { line: only(element, field)?.line, field })
    }
  }
}
