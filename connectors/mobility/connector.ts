import type { Connector } from '../connector.ts'
import { mapMobility } from './map.ts'
import { parseMobility, sniffMobility } from './parse.ts'
import type { MobilityRow } from './rows.ts'

export const mobility: Connector<MobilityRow> = {
  id: 'mobility',
  version: '0.1.0',
  title: { fr: 'Déplacements', en: 'Trips' },
  domain: 'mobility',
  file: { fr: 'de déplacements', en: 'a file of trips' },
  sender: { fr: 'un transporteur', en: 'a carrier' },
  purpose: {
    fr: 'Vous remettre vos billets, validations et trajets, pour les retrouver et compter ce que vous parcourez.',
    en: 'To give you your tickets, validations and trips, to find them again and to count how far you travel.',
  },
  keepDays: 1096,
  expectedDays: 35,
  accepts: [
    {
      id: 'reservations',
      label: { fr: 'Réservations schema.org (JSON-LD)', en: 'schema.org reservations (JSON-LD)' },
    },
    { id: 'gpx', label: { fr: 'Traces GPX', en: 'GPX tracks' } },
    {
      id: 'timeline',
      label: { fr: 'Google Timeline du téléphone (JSON)', en: 'Google on-device Timeline (JSON)' },
    },
    { id: 'bike-trips', label: { fr: 'Trajets en vélo partagé (JSON)', en: 'Bike-share trips (JSON)' } },
    { id: 'validations', label: { fr: 'Liste de validations (CSV)', en: 'List of validations (CSV)' } },
  ],
  sniff: sniffMobility,
  parse: parseMobility,
  key: (row) => (row.type === 'trip' ? `${row.booking ?? ''}/${row.key}` : row.key),
  map: mapMobility,
}
