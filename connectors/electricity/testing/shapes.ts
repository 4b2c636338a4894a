import { zipSync } from 'fflate'
import { encodeWindows1252 } from '../../formats/windows-1252.ts'
import { localClock } from '../../time/paris-time.ts'
import { dataConnect } from './curve.ts'

/** A step of a curve, before it is written: from an instant, for some minutes, watts on average. */
export interface Step {
  readonly start: number
  readonly minutes: number
  readonly watts: number | null
}

export const meter = '00000000000001'

type Shape = (steps: readonly Step[]) => Uint8Array

const end = ({ start, minutes }: Step): number => start + minutes * 60_000
const digits = (instant: number): string => new Date(localClock(instant)).toISOString().slice(0, 19)
const french = (instant: number): string =>
  `${digits(instant).slice(0, 10).split('-').reverse().join('/')} ${digits(instant).slice(11)}`
const offset = (instant: number): string =>
  localClock(instant) - instant === 7_200_000 ? '+02:00' : '+01:00'
const text = (lines: readonly string[]): Uint8Array => Buffer.from([...lines, ''].join('\r\n'))

/** A curve in each of the shapes that name a step's time and length. Rows are in the order in which partners write them. */
export const shapes: Readonly<Record<string, Shape>> = {
  'DataConnect JSON': (steps) =>
    dataConnect(
      steps.map((step) => ({
        value: step.watts === null ? null : String(step.watts),
        date: digits(end(step)).replace('T', ' '),
        interval_length: `PT${step.minutes}M`,
        measure_type: 'B',
      })),
    ),
  'Enedis JSON': (steps) =>
    enedisJson(
      steps.map((step) => ({
        v: step.watts === null ? null : String(step.watts),
        d: digits(end(step)).replace('T', ' '),
        p: `PT${step.minutes}M`,
        n: 'B',
      })),
    ),
  'R63 CSV': (steps) =>
    text([
      'Identifiant PRM;Unité;Horodate;Valeur;Nature;Pas',
      ...steps.map((step) => `${meter};W;${digits(end(step))};${step.watts ?? ''};R;PT${step.minutes}M`),
    ]),
  'CSV with offsets': (steps) =>
    text([
      'Identifiant PRM;Type de donnees;Unite;Pas en minutes',
      `${meter};Courbe de charge;W;${steps[0]?.minutes}`,
      'Horodate;Valeur',
      ...steps.map((step) => `${digits(end(step))}${offset(end(step))};${step.watts ?? ''}`),
    ]),
  'CSV of 2026': (steps) =>
    text([
      `Courbe de charge Linky (pas ${steps[0]?.minutes} min) - PRM ${meter}`,
      'Horodate fin de pas;Puissance moyenne (W)',
      ...steps.map((step) => `${digits(end(step))};${step.watts ?? ''}`),
    ]),
  'customer workbook': (steps) =>
    workbook([
      ['Début', 'Fin', 'Valeur (en kW)'],
      ...steps.map((step) => [
        french(step.start),
        french(end(step)),
        step.watts === null ? 'NA' : (step.watts / 1000).toFixed(3).replace('.', ','),
      ]),
    ]),
  'Green Button': (steps) => greenButton(steps),
}

export function enedisJson(
  points: readonly object[],
  more: Readonly<Record<string, unknown>> = {},
  quantity: Readonly<Record<string, unknown>> = {},
): Uint8Array {
  const grandeur = { grandeurMetier: 'CONS', grandeurPhysique: 'PA', unite: 'W', ...quantity }
  const head = { idPrm: meter, etapeMetier: 'BRUT', ...more }
  const rows = points.map((point) => JSON.stringify(point)).join(',\n')
  return Buffer.from(
    `${JSON.stringify(head).slice(0, -1)}, "grandeur": [${JSON.stringify(grandeur).slice(0, -1)}, "points": [\n${rows}\n]}]}\n`,
  )
}

/** A block of ordinals since midnight, as in the pilot of 2017. */
export function pilotJson(
  from: string,
  to: string,
  values: readonly (number | null)[],
  type: Readonly<Record<string, unknown>> = {},
): Uint8Array {
  const interval_block = values.map((value, at) => ({
    value: value === null ? null : String(value),
    reading_number: String(at + 1),
  }))
  const reading_type = {
    measurement_kind: 'CDC',
    start_measurement_period: from,
    end_measurement_period: to,
    time_attribute: '30mn',
    unit: 'W',
    flow_direction: 'forward',
    ...type,
  }
  const usage_point = [{ usage_point_id: meter, meter_reading: { reading_type, interval_block } }]
  return Buffer.from(JSON.stringify([{ business_step: 'comptage brut', usage_point }]))
}

/** The half-hours that EDF gave the pilot of 2017, a line each: Wh, and both ends as clocks show them. */
export function edfPilotJson(
  steps: readonly Step[],
  more: Readonly<Record<string, unknown>> = {},
): Uint8Array {
  const rows = steps.map((step) =>
    JSON.stringify({
      contractNumber: '0000000001',
      start: digits(step.start),
      end: digits(end(step)),
      value: step.watts === null ? null : (step.watts * step.minutes) / 60,
      statementType: 'mesure',
      statementReason: 'LinkyHalfHourElecConsumption',
      ...more,
    }),
  )
  return Buffer.from(`[${rows.join(',\n')}]\n`)
}

/** The half-hours of EDF's archive: newest day first, newest time first, windows-1252. */
export function edfArchive(steps: readonly Step[], more: Readonly<Record<string, string>> = {}): Uint8Array {
  const lines = ['', 'Récapitulatif de mes puissances atteintes en W', '', edfHeader]
  let heading = ''
  for (const step of steps.toReversed()) {
    const day = french(step.start).slice(0, 10)
    if (day !== heading) lines.push(`${day};;`)
    heading = day
    lines.push(`${digits(end(step)).slice(11)};${step.watts ?? ''};Réelle`)
  }
  const files = { 'mes-puissances-atteintes-30min': lines.join('\r\n'), ...more }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        `${name}-000000000001-69006.csv`,
        encodeWindows1252(content),
      ]),
    ),
  )
}

const edfHeader = 'Date et heure de relève par le distributeur;Puissance atteinte (W);Nature de la donnée'

/** Enedis' customer workbook: the meter in row 1, the table from row 2. */
export function workbook(
  rows: readonly (readonly string[])[],
  title: readonly string[] = ['Point Référence Mesure', meter],
): Uint8Array {
  const cells = (texts: readonly string[]): string =>
    texts.map((it) => `<c t="inlineStr"><is><t>${it}</t></is></c>`).join('')
  const sheet = [title, ...rows].map((texts, at) => `<row r="${at + 1}">${cells(texts)}</row>`).join('')
  const xml = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`
  return zipSync({ 'xl/worksheets/sheet1.xml': Buffer.from(xml) })
}

/** A feed with one entry a line: the intervals begin on line 6. */
export function greenButton(
  steps: readonly Step[],
  type: Readonly<Record<string, string>> = {},
  kind = '0',
): Uint8Array {
  const codes = {
    accumulationBehaviour: '12',
    commodity: '1',
    flowDirection: '1',
    powerOfTenMultiplier: '0',
    uom: '38',
    ...type,
  }
  const entry = (links: string, content: string): string =>
    `<entry>${links}<content>${content}</content></entry>`
  const link = (rel: string, path: string): string => `<link rel="${rel}" href="/espi/1_1/resource/${path}"/>`
  const intervals = steps.map(
    ({ start, minutes, watts }) =>
      `<IntervalReading><timePeriod><duration>${minutes * 60}</duration><start>${start / 1000}</start></timePeriod>${watts === null ? '' : `<value>${watts}</value>`}</IntervalReading>`,
  )
  return Buffer.from(
    [
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      entry(
        link('self', 'UsagePoint/42'),
        `<UsagePoint xmlns="http://naesb.org/espi"><ServiceCategory><kind>${kind}</kind></ServiceCategory></UsagePoint>`,
      ),
      entry(
        `${link('self', 'UsagePoint/42/MeterReading/1')}${link('related', 'ReadingType/7')}`,
        '<MeterReading xmlns="http://naesb.org/espi"/>',
      ),
      entry(
        link('self', 'ReadingType/7'),
        `<ReadingType xmlns="http://naesb.org/espi">${Object.entries(codes)
          .map(([name, code]) => `<${name}>${code}</${name}>`)
          .join('')}</ReadingType>`,
      ),
      `<entry>${link('self', 'UsagePoint/42/MeterReading/1/IntervalBlock/1')}<content><IntervalBlock xmlns="http://naesb.org/espi">`,
      ...intervals,
      '</IntervalBlock></content></entry>',
      '</feed>',
    ].join('\n'),
  )
}
