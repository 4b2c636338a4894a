import { type Receipt, type ReceiptItem, writeReceipt, writeReceiptItem } from '#vocab/generated/purchases'
import type { MapContext, Mapped, Notice, PodDocument, PodNode } from '../connector.ts'
import { podNode } from '../pod-node.ts'
import type { ReceiptRow } from './rows.ts'

type CountedRow = ReceiptRow & { readonly state: ReceiptItem['state'] }

/** One document a month; in it each receipt, then its items. Orders that may still change are left out. */
export function mapReceipts(rows: readonly ReceiptRow[], { container }: MapContext): Mapped {
  const receipts = new Map<string, CountedRow[]>()
  for (const row of rows) {
    if (!isSettled(row)) continue
    const known = receipts.get(row.receipt.key)
    if (known === undefined) receipts.set(row.receipt.key, [row])
    else known.push(row)
  }
  const months = new Map<string, { nodes: PodNode[]; gaps: number }>()
  for (const items of receipts.values()) {
    const url = `${container}${items[0]?.receipt.day.slice(0, 7)}.ttl`
    const month = months.get(url) ?? { nodes: [], gaps: 0 }
    for (const node of nodesOf(items, url)) month.nodes.push(node)
    month.gaps += items.filter(isWithoutAmount).length
    months.set(url, month)
  }
  const documents = [...months].map(([url, month]): PodDocument => ({ url, ...month }))
  return { documents, notices: pendingNotice(rows) }
}

function nodesOf(items: readonly CountedRow[], url: string): PodNode[] {
  const counted = items.filter(({ state }) => state !== 'cancelled')
  const total = counted.reduce((sum, { amountCents = 0 }) => sum + amountCents, 0)
  return items.flatMap((item, at) => {
    const { receipt, name, gtin, sku, quantity, amountCents, state, line } = item
    const { key, ...said } = receipt
    const record: ReceiptItem = {
      recordKey: `${key}/${item.item}`,
      receiptKey: key,
      name,
      ...(gtin === undefined ? {} : { gtin }),
      ...(sku === undefined ? {} : { sku }),
      ...(quantity === undefined ? {} : { quantity }),
      ...(amountCents === undefined ? {} : { amountCents }),
      currency: receipt.currency,
      state,
    }
    const node = podNode(url, record, writeReceiptItem, line)
    if (at > 0) return [node]
    const totalCents = counted.some(isWithoutAmount) ? {} : { totalCents: total }
    const head: Receipt = { recordKey: key, ...said, ...totalCents }
    return [podNode(url, head, writeReceipt, line), node]
  })
}

function isSettled(row: ReceiptRow): row is CountedRow {
  return row.state !== 'pending'
}

function isWithoutAmount({ amountCents, state }: CountedRow): boolean {
  return amountCents === undefined && state !== 'cancelled'
}

function pendingNotice(rows: readonly ReceiptRow[]): Notice[] {
  const count = rows.filter((row) => !isSettled(row)).length
  if (count === 0) return []
  const text = {
    fr: 'Articles de commandes encore en cours, laissés de côté jusqu’à un prochain fichier.',
    en: 'Items of orders that are not closed, left out until a later file.',
  }
  return [{ code: 'pending', count, text }]
}
