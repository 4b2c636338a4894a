import type { Connector } from '../connector.ts'
import { mapCity } from './map.ts'
import { cityKey, parseCity, sniffCity } from './parse.ts'
import type { CityRow } from './rows.ts'

export const city: Connector<CityRow> = {
  id: 'city',
  version: '0.1.0',
  title: { fr: 'École, bibliothèque et cantine', en: 'School, library and canteen' },
  domain: 'city',
  file: { fr: 'de services de la ville', en: 'a file of city services' },
  sender: { fr: 'un service de la ville', en: 'a city service' },
  purpose: {
    fr: 'Vous remettre les inscriptions, les prêts et les repas que la ville tient pour votre foyer.',
    en: 'To give you the enrolments, loans and meals that the city keeps for your household.',
  },
  keepDays: 1096,
  expectedDays: 35,
  accepts: [
    {
      id: 'men-scolarites',
      label: { fr: 'API Particulier v4, scolarités (JSON)', en: 'API Particulier v4, schooling (JSON)' },
    },
    {
      id: 'ils-di-patron',
      label: { fr: 'ILS-DI GetPatronInfo, Koha (XML)', en: 'ILS-DI GetPatronInfo, Koha (XML)' },
    },
    { id: 'canteen-csv', label: { fr: 'Repas de cantine (CSV)', en: 'Canteen meals (CSV)' } },
  ],
  sniff: sniffCity,
  parse: parseCity,
  key: cityKey,
  map: mapCity,
}
