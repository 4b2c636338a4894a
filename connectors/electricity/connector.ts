import type { Connector } from '../connector.ts'
import { mapElectricity } from './map.ts'
import { parseCurve, sniffCurve } from './parse.ts'
import type { Reading } from './reading.ts'

export const electricity: Connector<Reading> = {
  id: 'electricity',
  version: '0.1.0',
  title: { fr: 'Courbe de charge d’électricité', en: 'Electricity load curve' },
  domain: 'energy',
  file: { fr: 'd’électricité', en: 'an electricity file' },
  sender: { fr: 'un réseau d’électricité', en: 'an electricity network' },
  purpose: {
    fr: 'Vous remettre la consommation que mesure votre compteur, pour la suivre et la comprendre.',
    en: 'To give you the consumption that your meter measures, to follow and understand it.',
  },
  keepDays: 3653,
  expectedDays: 4,
  accepts: [
    {
      id: 'dataconnect',
      label: { fr: 'Enedis DataConnect v4 et v5 (JSON)', en: 'Enedis DataConnect v4 and v5 (JSON)' },
    },
    {
      id: 'curve-csv',
      label: {
        fr: 'CSV de courbe de charge Enedis (Enedis_Conso_Heure, conso-courbe-30min, R63)',
        en: 'Enedis load curve CSV (Enedis_Conso_Heure, conso-courbe-30min, R63)',
      },
    },
  ],
  sniff: sniffCurve,
  parse: parseCurve,
  key: ({ meter, direction, start, minutes }) => `${meter}/${direction}/${start}/${minutes}`,
  map: mapElectricity,
}
