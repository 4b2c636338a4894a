import type { Connector } from '../connector.ts'
import { isLeftOut } from '../meters/left-out.ts'
import { mapPeriods } from '../meters/map.ts'
import { periodKey } from '../meters/period.ts'
import { type GasRow, parseGas, sniffGas } from './parse.ts'

export const gas: Connector<GasRow> = {
  id: 'gas',
  version: '0.1.0',
  title: { fr: 'Relevés de gaz', en: 'Gas readings' },
  domain: 'energy',
  file: { fr: 'de gaz', en: 'a gas file' },
  sender: { fr: 'un réseau de gaz', en: 'a gas network' },
  purpose: {
    fr: 'Vous remettre ce que votre compteur de gaz a compté, pour le suivre et le rapprocher de vos factures.',
    en: 'To give you what your gas meter has counted, to follow it and to match it with your bills.',
  },
  keepDays: 3653,
  expectedDays: 35,
  accepts: [
    {
      id: 'grdf-json',
      label: {
        fr: 'GRDF, données informatives et publiées (JSON)',
        en: 'GRDF, informative and published data (JSON)',
      },
    },
    {
      id: 'grdf-xlsx',
      label: {
        fr: 'GRDF, export de l’espace client par jour, semaine ou mois (XLSX)',
        en: 'GRDF, customer space export by day, week or month (XLSX)',
      },
    },
  ],
  sniff: sniffGas,
  parse: parseGas,
  key: (row) => (isLeftOut(row) ? `left-out/${row.line}` : `${row.meter}/${periodKey(row)}`),
  map: (rows, { container }) => mapPeriods(rows, 'gas', container),
}
