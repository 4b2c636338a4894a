import type { Connector } from '../connector.ts'
import { mapBenefits } from './map.ts'
import { parseBenefits, sniffBenefits } from './parse.ts'
import type { BenefitsRow } from './rows.ts'

export const benefits: Connector<BenefitsRow> = {
  id: 'benefits',
  version: '0.1.0',
  title: {
    fr: 'Quotient familial, prestations et chômage',
    en: 'Family quotient, benefits and unemployment',
  },
  domain: 'benefits',
  file: { fr: 'de prestations sociales', en: 'a file of social benefits' },
  sender: { fr: 'un organisme de prestations sociales', en: 'a social benefits body' },
  purpose: {
    fr: 'Vous remettre votre quotient familial, vos droits et vos paiements, pour les faire valoir sans papiers.',
    en: 'To give you your family quotient, your rights and your payments, to claim them without paper.',
  },
  keepDays: 1096,
  expectedDays: 62,
  accepts: [
    {
      id: 'api-particulier',
      label: { fr: 'API Particulier v2 et v3 (JSON)', en: 'API Particulier v2 and v3 (JSON)' },
    },
  ],
  sniff: sniffBenefits,
  parse: parseBenefits,
  key: ({ recordKey }) => recordKey,
  map: mapBenefits,
}
