import { readReceipt, readReceiptItem } from '#vocab/generated/purchases'
import { tb } from '#vocab/generated/terms'
import type { Graph, Node } from '#vocab/graph'
import { money } from '../../../shared/i18n/format.ts'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { figure } from '../quantities.ts'
import { joined, type Kind, kind } from '../summary.ts'
import { wholeOf } from '../wholes.ts'

const words = {
  receipts: { fr: 'Achats', en: 'Purchases' },
  items: { fr: 'Articles', en: 'Items' },
  order: { fr: (number: string) => `commande ${number}`, en: (number: string) => `order ${number}` },
  returned: { fr: 'rendu', en: 'returned' },
  cancelled: { fr: 'annulé', en: 'cancelled' },
  times: { fr: (count: string) => `quantité : ${count}`, en: (count: string) => `quantity: ${count}` },
} satisfies Messages

function itemIn(node: Node, graph: Graph) {
  const item = readReceiptItem(node)
  const receipt = item && wholeOf(graph, tb.Receipt, item.receiptKey)
  return item && { item, receipt: receipt && readReceipt(receipt) }
}

export const kinds: readonly Kind[] = [
  kind(tb.Receipt, words.receipts, readReceipt, (it) => ({
    day: it.day,
    words: () => ({
      title: it.sellerName,
      detail: joined(it.storeName, it.orderNumber && t(words.order, it.orderNumber)),
      value: it.totalCents === undefined ? '' : money(it.totalCents, it.currency),
    }),
  })),
  kind(tb.ReceiptItem, words.items, itemIn, ({ item: it, receipt }) => ({
    day: receipt?.day ?? '',
    words: () => ({
      title: it.name,
      detail: joined(
        receipt?.sellerName,
        it.quantity === undefined || it.quantity === 1 ? '' : t(words.times, figure(it.quantity, 3)),
        it.state === 'bought' ? '' : t(words[it.state]),
      ),
      value: it.amountCents === undefined ? '' : money(it.amountCents, it.currency),
    }),
  })),
]
