import type { Connector } from '../connector.ts'
import { mapHealth } from './map.ts'
import { parseHealth, sniffHealth } from './parse.ts'
import type { HealthRow } from './rows.ts'

export const health: Connector<HealthRow> = {
  id: 'health',
  version: '0.1.0',
  title: { fr: 'Remboursements de santé', en: 'Health refunds' },
  domain: 'health',
  file: { fr: 'de remboursements de santé', en: 'a file of health refunds' },
  sender: { fr: 'un organisme de santé', en: 'a health insurer' },
  purpose: {
    fr: 'Vous remettre vos remboursements de soins, pour les suivre et voir ce qui reste à votre charge.',
    en: 'To give you your refunds of care, to follow them and see what is left for you to pay.',
  },
  keepDays: 1827,
  expectedDays: 90,
  accepts: [
    {
      id: 'fhir-eob',
      label: { fr: 'FHIR R4 ExplanationOfBenefit (JSON)', en: 'FHIR R4 ExplanationOfBenefit (JSON)' },
    },
    {
      id: 'refund-json',
      label: { fr: 'Relevé de remboursements (JSON)', en: 'French statement of refunds (JSON)' },
    },
    {
      id: 'refund-csv',
      label: { fr: 'Relevé de remboursements (CSV)', en: 'French statement of refunds (CSV)' },
    },
  ],
  sniff: sniffHealth,
  parse: parseHealth,
  key: ({ recordKey }) => recordKey,
  map: mapHealth,
}
