import { type Invoice, writeInvoice } from '#vocab/generated/invoices'
import { writeTelecomUsage } from '#vocab/generated/telecom'
import { shortDigest8 } from '#vocab/identity'
import type { MapContext, Mapped, Notice } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { ConnectorError } from '../errors.ts'
import { podNode } from '../pod-node.ts'
import { monthsOf } from './months.ts'
import type { BillRow, TelecomRow, UseRow } from './rows.ts'

/** One document a year: of each line, in a folder named by a digest (its number is personal), and of bills. */
export function mapTelecom(rows: readonly TelecomRow[], { container }: MapContext): Mapped {
  const documents = new Documents()
  for (const [phone, uses] of linesOf(rows)) {
    for (const month of monthsOf(phone, uses)) {
      const url = `${container}${shortDigest8('telecom', phone)}/${month.month.slice(0, 4)}.ttl`
      documents.add(url, podNode(url, month, writeTelecomUsage, uses[0]?.line))
    }
  }
  for (const row of rows) {
    if (row.type !== 'bill') continue
    const url = `${container}bills/${row.day.slice(0, 4)}.ttl`
    documents.add(url, podNode(url, invoiceOf(row), writeInvoice, row.line))
  }
  if (documents.isEmpty) throw new ConnectorError('empty')
  return { documents: documents.asAdded(), notices: leftOut(rows) }
}

function linesOf(rows: readonly TelecomRow[]): Map<string, UseRow[]> {
  const lines = new Map<string, UseRow[]>()
  for (const row of rows) {
    if (row.type !== 'use') continue
    const uses = lines.get(row.phone)
    if (uses === undefined) lines.set(row.phone, [row])
    else uses.push(row)
  }
  return lines
}

function invoiceOf({ vendor, number, day, cents, recordKey }: BillRow): Invoice {
  return {
    recordKey,
    kind: cents < 0 ? 'credit-note' : 'invoice',
    ...(number === undefined ? {} : { number }),
    issueDate: day,
    sellerName: vendor,
    precedingInvoices: [],
    currency: 'EUR',
    amountDueCents: cents,
  }
}

function leftOut(rows: readonly TelecomRow[]): Notice[] {
  const count = rows.filter(({ type }) => type === 'other').length
  if (count === 0) return []
  const text = {
    fr: 'Factures d’autre chose que la téléphonie ou l’internet, laissées de côté.',
    en: 'Bills of something else than telephone or internet, left out.',
  }
  return [{ code: 'other-bills', count, text }]
}
