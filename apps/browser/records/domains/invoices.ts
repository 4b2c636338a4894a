import { readForeignInvoice } from '#vocab/foreign-invoice'
import { readInvoice, readInvoiceLine } from '#vocab/generated/invoices'
import { tb } from '#vocab/generated/terms'
import type { Graph, Node } from '#vocab/graph'
import { SCHEMA } from '#vocab/namespaces'
import { dayName, money } from '../../../shared/i18n/format.ts'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { joined, type Kind, kind, type Said } from '../summary.ts'
import { wholeOf } from '../wholes.ts'

const words = {
  invoices: { fr: 'Factures et avoirs', en: 'Invoices and credit notes' },
  lines: { fr: 'Lignes de facture', en: 'Invoice lines' },
  creditNote: { fr: 'Avoir', en: 'Credit note' },
  number: { fr: (number: string) => `n° ${number}`, en: (number: string) => `no. ${number}` },
  due: { fr: (day: string) => `à payer avant le ${day}`, en: (day: string) => `to be paid by ${day}` },
  net: { fr: 'hors TVA', en: 'without VAT' },
  wrong: { fr: 'les sommes ne tombent pas juste', en: 'the sums do not add up' },
} satisfies Messages

interface Told {
  readonly kind: 'invoice' | 'credit-note'
  readonly number?: string
  readonly issueDate: string
  readonly dueDate?: string
  readonly sellerName: string
  readonly currency: string
  readonly amountDueCents: number
  readonly totalCents?: number
  readonly arithmetic?: 'right' | 'wrong'
}

const sayInvoice = (it: Told): Said => ({
  day: it.issueDate,
  words: () => ({
    title: it.sellerName,
    detail: joined(
      it.kind === 'credit-note' ? t(words.creditNote) : '',
      it.number && t(words.number, it.number),
      it.dueDate && t(words.due, dayName(it.dueDate)),
      it.arithmetic === 'wrong' ? t(words.wrong) : '',
    ),
    // What is left to pay may be nothing: what it was for is the total.
    value: money(it.totalCents ?? it.amountDueCents, it.currency),
  }),
})

function lineIn(node: Node, graph: Graph) {
  const line = readInvoiceLine(node)
  const invoice = line && wholeOf(graph, tb.Invoice, line.invoiceKey)
  return line && { line, invoice: invoice && readInvoice(invoice) }
}

export const kinds: readonly Kind[] = [
  kind(tb.Invoice, words.invoices, readInvoice, sayInvoice),
  kind(tb.InvoiceLine, words.lines, lineIn, ({ line, invoice }) => ({
    day: invoice?.issueDate ?? '',
    words: () => ({
      title: line.label,
      detail: joined(invoice?.sellerName, t(words.net)),
      value: money(line.netCents, line.currency),
    }),
  })),
  kind(
    `${SCHEMA}Invoice`,
    words.invoices,
    (node, graph) => readForeignInvoice(graph, node),
    (it) => sayInvoice(it),
  ),
]
