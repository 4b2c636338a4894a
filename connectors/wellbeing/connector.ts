import type { Connector } from '../connector.ts'
import { mapWellbeing } from './map.ts'
import { parseWellbeing, parseWellbeingStream, sniffWellbeing } from './parse.ts'
import type { WellbeingRow } from './rows.ts'

export const wellbeing: Connector<WellbeingRow> = {
  id: 'wellbeing',
  version: '0.1.0',
  title: { fr: 'Activité, sommeil et mesures du corps', en: 'Activity, sleep and body measures' },
  domain: 'wellbeing',
  file: { fr: 'de mesures de bien-être', en: 'a file of wellbeing measures' },
  sender: { fr: 'une application de bien-être', en: 'a wellbeing application' },
  purpose: {
    fr: 'Garder, jour par jour, ce que mesurent votre téléphone et votre montre, pour le suivre vous-même.',
    en: 'To keep, day by day, what your telephone and your watch measure, to follow it yourself.',
  },
  keepDays: 1827,
  expectedDays: 90,
  accepts: [
    {
      id: 'apple-health-xml',
      label: { fr: 'Export d’Apple Santé (export.xml)', en: 'Apple Health export (export.xml)' },
    },
    {
      id: 'apple-health-zip',
      label: { fr: 'Export d’Apple Santé (archive)', en: 'Apple Health export (archive)' },
    },
  ],
  sniff: sniffWellbeing,
  parse: parseWellbeing,
  parseStream: parseWellbeingStream,
  key: (row) =>
    row.type === 'left-out' ? 'left-out' : `${row.day}/${row.measure}/${row.unit}/${row.source}`,
  map: mapWellbeing,
}
