import { writeInvoice, writeInvoiceLine } from '#vocab/generated/invoices'
import type { MapContext, Mapped, Notice, PodNode } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { podNode } from '../pod-node.ts'
import { type InvoiceRow, invoiceKey } from './rows.ts'

/** One document a month of issue; in it each invoice, then its lines. */
export function mapInvoices(rows: readonly InvoiceRow[], { container }: MapContext): Mapped {
  const months = new Documents()
  for (const row of rows) {
    const url = `${container}${row.issueDate.slice(0, 7)}.ttl`
    months.add(url, ...nodesOf(row, url))
  }
  return { documents: months.asAdded(), notices: wrongSums(rows) }
}

function nodesOf(row: InvoiceRow, url: string): PodNode[] {
  const { lines, line, ...said } = row
  const key = invoiceKey(row)
  return [
    podNode(url, { ...said, recordKey: key }, writeInvoice, line),
    ...lines.map(({ id, label, netCents, line }) => {
      const record = {
        recordKey: `${key}/line/${id}`,
        invoiceKey: key,
        label,
        netCents,
        currency: said.currency,
      }
      return podNode(url, record, writeInvoiceLine, line)
    }),
  ]
}

function wrongSums(rows: readonly InvoiceRow[]): Notice[] {
  const count = rows.filter(({ arithmetic }) => arithmetic === 'wrong').length
  if (count === 0) return []
  const text = {
    fr: 'Factures dont une somme est fausse, gardées telles quelles et marquées.',
    en: 'Invoices in which a sum is wrong, kept as they are and marked.',
  }
  return [{ code: 'wrong-sums', count, text }]
}
