import type { Invoice, InvoiceLine } from '#vocab/generated/invoices'

/** An invoice or a credit note, with the sign that its readers add: a credit note is negative. */
export interface InvoiceRow extends Omit<Invoice, 'recordKey'> {
  readonly number: string
  readonly arithmetic: 'right' | 'wrong'
  readonly lines: readonly LineRow[]
  readonly line: number
}

export interface LineRow extends Pick<InvoiceLine, 'label' | 'netCents'> {
  /** Unique in its invoice. */
  readonly id: string
  readonly line: number
}

/** Seller, number and day: what makes an invoice the same at whatever route it comes by. */
export function invoiceKey({ sellerId, sellerName, number, issueDate }: InvoiceRow): string {
  return `${sellerId ?? [...sellerName].slice(0, 60).join('')}|${number}|${issueDate}`
}
