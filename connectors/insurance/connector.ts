import type { Connector } from '../connector.ts'
import { mapInsurance } from './map.ts'
import { parseInsurance, sniffInsurance } from './parse.ts'
import { type InsuranceRow, keyOf } from './rows.ts'

export const insurance: Connector<InsuranceRow> = {
  id: 'insurance',
  version: '0.1.0',
  title: { fr: 'Contrats d’assurance et sinistres', en: 'Insurance policies and claims' },
  domain: 'insurance',
  file: { fr: 'd’assurance', en: 'an insurance file' },
  sender: { fr: 'un assureur', en: 'an insurer' },
  purpose: {
    fr: 'Vous remettre vos contrats, leur cotisation et vos sinistres, pour les relire et les comparer.',
    en: 'To give you your policies, their premium and your claims, to read them again and compare them.',
  },
  keepDays: 3653,
  expectedDays: 400,
  accepts: [
    {
      id: 'maif',
      label: { fr: 'Contrats et sinistres MAIF (JSON)', en: 'MAIF policies and claims (JSON)' },
    },
  ],
  sniff: sniffInsurance,
  parse: parseInsurance,
  key: (row) => `${row.member}/${keyOf(row)}`,
  map: mapInsurance,
}
