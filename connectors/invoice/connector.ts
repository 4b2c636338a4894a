import type { Connector } from '../connector.ts'
import { mapInvoices } from './map.ts'
import { parseInvoice, sniffInvoice } from './parse.ts'
import { type InvoiceRow, invoiceKey } from './rows.ts'

export const invoice: Connector<InvoiceRow> = {
  id: 'invoice',
  version: '0.1.0',
  title: { fr: 'Factures et avoirs', en: 'Invoices and credit notes' },
  domain: 'invoices',
  file: { fr: 'une facture électronique', en: 'an electronic invoice' },
  sender: { fr: 'un fournisseur', en: 'a supplier' },
  purpose: {
    fr: 'Vous remettre vos factures, pour les lire et les rapprocher de ce que vous payez.',
    en: 'To give you your invoices, to read them and to match them with what you pay.',
  },
  keepDays: 3653,
  expectedDays: 65,
  accepts: [
    { id: 'factur-x', label: { fr: 'Factur-X (PDF), tous profils', en: 'Factur-X (PDF), all profiles' } },
    { id: 'ubl', label: { fr: 'UBL 2.1 (XML)', en: 'UBL 2.1 (XML)' } },
    { id: 'cii', label: { fr: 'CII D16B et D22B (XML)', en: 'CII D16B and D22B (XML)' } },
  ],
  sniff: sniffInvoice,
  parse: parseInvoice,
  key: invoiceKey,
  map: mapInvoices,
}
