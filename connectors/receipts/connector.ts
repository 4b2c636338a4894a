import type { Connector } from '../connector.ts'
import { mapReceipts } from './map.ts'
import { parseReceipts, sniffReceipts } from './parse.ts'
import type { ReceiptRow } from './rows.ts'

export const receipts: Connector<ReceiptRow> = {
  id: 'receipts',
  version: '0.1.0',
  title: { fr: 'Tickets et commandes', en: 'Receipts and orders' },
  domain: 'purchases',
  file: { fr: 'd’achats', en: 'a file of purchases' },
  sender: { fr: 'une enseigne', en: 'a retailer' },
  purpose: {
    fr: 'Vous remettre le détail de vos achats, pour les retrouver et les rapprocher de vos dépenses.',
    en: 'To give you what you bought item by item, to find it again and match it with what you spend.',
  },
  keepDays: 1827,
  expectedDays: 35,
  accepts: [
    {
      id: 'amazon',
      label: { fr: 'Historique de commandes Amazon (CSV)', en: 'Amazon order history (CSV)' },
    },
    { id: 'migros', label: { fr: 'Achats Migros (CSV)', en: 'Migros purchases (CSV)' } },
    {
      id: 'loyalty-fr',
      label: { fr: 'Compte de fidélité français (CSV)', en: 'French loyalty account (CSV)' },
    },
  ],
  sniff: sniffReceipts,
  parse: parseReceipts,
  key: ({ receipt, item }) => `${receipt.key}/${item}`,
  map: mapReceipts,
}
