import { ConnectorError } from '../errors.ts'
import { sumsAreRight } from './arithmetic.ts'
import type { InvoiceRow, LineRow } from './rows.ts'
import type { ToldInvoice, ToldLine } from './told.ts'

/**
 * UNTDID 1001, of what EN 16931 lets an invoice be: what asks for money (82 metered services, 387 hire, 575 insurer…), and what gives
 * it back. A pro forma, and what reverses another debit or credit, are neither.
 */
const invoices = new Set(
  (
    '80 82 84 204 295 326 331 380 383 384 385 386 387 388 389 390 393 394 395 471 472 473 500 501 527 575 623 751 780 ' +
    '875 876 877'
  ).split(' '),
)
const credits = new Set('81 83 261 262 296 308 381 396 502 503 532'.split(' '))

/**
 * One sign for all: what the citizen gets back is negative, whether the file says so by its type (381, amounts positive) or by its
 * amounts (380, amounts negative). A credit note of negative amounts might mean either, and is refused.
 *
 * @throws ConnectorError `unsupported` (a type that is neither), `contradiction`.
 */
export function toRow(told: ToldInvoice): InvoiceRow {
  const { typeCode, sums, seller, line } = told
  const isCredit = credits.has(typeCode)
  if (!isCredit && !invoices.has(typeCode))
    throw new ConnectorError('unsupported', { line, field: 'TypeCode' })
  if (isCredit ? sums.total < 0 : told.isCreditNote)
    throw new ConnectorError('contradiction', { line, field: 'TypeCode' })
  const signed = (cents: number): number => (isCredit && cents !== 0 ? -cents : cents)
  const sellerId = seller.siren !== undefined ? `0002:${seller.siren}` : seller.vatId && `VA:${seller.vatId}`
  return {
    kind: isCredit || sums.total < 0 ? 'credit-note' : 'invoice',
    number: told.number,
    issueDate: told.issueDate,
    ...given('dueDate', told.dueDate),
    sellerName: seller.name,
    ...given('sellerId', sellerId),
    ...given('contractReference', told.contractReference),
    ...given('paymentReference', told.paymentReference),
    ...given('mandateReference', told.mandateReference),
    ...given('creditorId', told.creditorId),
    precedingInvoices: [...new Set(told.precedingInvoices)],
    ...given('billingStart', told.billingStart),
    ...given('billingEnd', told.billingEnd),
    currency: told.currency,
    netCents: signed(sums.net),
    ...given('vatCents', sums.vat === undefined ? undefined : signed(sums.vat)),
    totalCents: signed(sums.total),
    ...given('prepaidCents', sums.prepaid === undefined ? undefined : signed(sums.prepaid)),
    amountDueCents: signed(sums.due),
    arithmetic: sumsAreRight(told) ? 'right' : 'wrong',
    lines: withOwnIds(told.lines.filter(({ counts }) => counts)).map((it) => ({
      ...it,
      netCents: signed(it.netCents),
    })),
    line,
  }
}

/** Two lines of one number are two. */
function withOwnIds(lines: readonly ToldLine[]): LineRow[] {
  const ranks = new Map<string, number>()
  return lines.map(({ id, label, cents, line }) => {
    const rank = (ranks.get(id) ?? 0) + 1
    ranks.set(id, rank)
    return { id: rank === 1 ? id : `${id}/${rank}`, label, netCents: cents, line }
  })
}

function given<K extends string, T>(key: K, value: T | undefined): { readonly [key in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: T }
}
