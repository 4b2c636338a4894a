import type { Connector } from '../connector.ts'
import { mapTelecom } from './map.ts'
import { parseTelecom, sniffTelecom } from './parse.ts'
import type { TelecomRow } from './rows.ts'

export const telecom: Connector<TelecomRow> = {
  id: 'telecom',
  version: '0.1.0',
  title: { fr: 'Téléphone et internet', en: 'Telephone and internet' },
  domain: 'telecom',
  file: { fr: 'de télécommunications', en: 'a telecom file' },
  sender: { fr: 'un opérateur télécom', en: 'a telecom operator' },
  purpose: {
    fr: 'Vous remettre ce que votre ligne consomme chaque mois et vos factures, pour choisir une offre et suivre vos dépenses.',
    en: 'To give you what your line uses each month and your bills, to choose an offer and follow what you spend.',
  },
  keepDays: 1827,
  expectedDays: 35,
  accepts: [
    { id: 'calls', label: { fr: 'Relevé de communications (JSON)', en: 'Communication record (JSON)' } },
    { id: 'bills', label: { fr: 'Liste de factures (JSON)', en: 'List of bills (JSON)' } },
  ],
  sniff: sniffTelecom,
  parse: parseTelecom,
  key: ({ type, recordKey }) => `${type}/${recordKey}`,
  map: mapTelecom,
}
