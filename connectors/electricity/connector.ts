import type { Connector } from '../connector.ts'
import { isLeftOut } from '../meters/left-out.ts'
import { periodKey } from '../meters/period.ts'
import { mapElectricity } from './map.ts'
import { parseElectricity, sniffElectricity } from './parse.ts'
import { type ElectricityRow, isPeriod } from './row.ts'

export const electricity: Connector<ElectricityRow> = {
  id: 'electricity',
  version: '0.2.0',
  title: { fr: 'Consommation d’électricité', en: 'Electricity use' },
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
      label: {
        fr: 'Enedis DataConnect v4 et v5, courbe et énergie du jour (JSON)',
        en: 'Enedis DataConnect v4 and v5, curve and daily energy (JSON)',
      },
    },
    {
      id: 'enedis-json',
      label: { fr: 'Enedis depuis 2026, et R63 (JSON)', en: 'Enedis since 2026, and R63 (JSON)' },
    },
    {
      id: 'pilot-json',
      label: { fr: 'Enedis, pilote MesInfos de 2017 (JSON)', en: 'Enedis, MesInfos pilot of 2017 (JSON)' },
    },
    {
      id: 'edf-pilot-json',
      label: {
        fr: 'EDF, pilote MesInfos de 2017 : factures, mois, demi-heures (JSON)',
        en: 'EDF, MesInfos pilot of 2017: bills, months, half-hours (JSON)',
      },
    },
    {
      id: 'curve-csv',
      label: {
        fr: 'Courbe de charge Enedis (CSV : Enedis_Conso_Heure, conso-courbe-30min, R63)',
        en: 'Enedis load curve (CSV: Enedis_Conso_Heure, conso-courbe-30min, R63)',
      },
    },
    { id: 'index-csv', label: { fr: 'Index quotidiens Enedis (CSV)', en: 'Enedis daily indexes (CSV)' } },
    { id: 'daily-csv', label: { fr: 'Énergie quotidienne Enedis (CSV)', en: 'Enedis daily energy (CSV)' } },
    {
      id: 'enedis-xlsx',
      label: { fr: 'Export de l’espace client Enedis (XLSX)', en: 'Enedis customer space export (XLSX)' },
    },
    {
      id: 'edf-zip',
      label: { fr: 'Archive du suivi de consommation EDF (ZIP)', en: 'EDF consumption archive (ZIP)' },
    },
    {
      id: 'edf-csv',
      label: {
        fr: 'Demi-heures et index EDF hors de leur archive (CSV)',
        en: 'EDF half-hours and indexes out of their archive (CSV)',
      },
    },
    { id: 'green-button', label: { fr: 'Green Button ESPI (Atom)', en: 'Green Button ESPI (Atom)' } },
  ],
  sniff: sniffElectricity,
  parse: parseElectricity,
  key(row) {
    if (isLeftOut(row)) return `left-out/${row.line}`
    if (isPeriod(row)) return `${row.meter}/${periodKey(row)}`
    return `${row.meter}/${row.direction}/${row.start}/${row.minutes}`
  },
  map: mapElectricity,
}
