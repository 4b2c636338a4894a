import type { Connector } from '../connector.ts'
import { type Period, periodKey } from '../meters/period.ts'
import { mapWater } from './map.ts'
import { parseWater, sniffWater } from './parse.ts'

export const water: Connector<Period> = {
  id: 'water',
  version: '0.1.0',
  title: { fr: 'Consommation d’eau', en: 'Water use' },
  domain: 'water',
  file: { fr: 'd’eau', en: 'a water file' },
  sender: { fr: 'un service d’eau', en: 'a water service' },
  purpose: {
    fr: 'Vous remettre ce que votre compteur d’eau a compté, pour suivre votre consommation et repérer une fuite.',
    en: 'To give you what your water meter has counted, to follow your use and to notice a leak.',
  },
  keepDays: 3653,
  // Readings come by radio, two or three days late.
  expectedDays: 7,
  accepts: [
    {
      id: 'water-json',
      label: {
        fr: 'Consommations journalières du service d’eau (JSON)',
        en: 'The water service’s daily use (JSON)',
      },
    },
    {
      id: 'water-csv',
      label: { fr: 'Historique de relevés en litres (CSV)', en: 'History of readings in litres (CSV)' },
    },
  ],
  sniff: sniffWater,
  parse: parseWater,
  key: periodKey,
  map: mapWater,
}
