import { type Meter, type PeriodReading, writeMeter, writePeriodReading } from '#vocab/generated/energy'
import { shortDigest8 } from '#vocab/identity'
import { CUBIC_METRE, LITRE, WATT_HOUR } from '#vocab/namespaces'
import type { Notice, PodDocument } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { podNode } from '../pod-node.ts'
import { missingDays } from './gaps.ts'
import { bySeries } from './once.ts'
import { isKnown, type MeterKind, type Period, periodKey } from './period.ts'

const units = { Wh: WATT_HOUR, m3: CUBIC_METRE, L: LITRE } as const

/** The folder of a meter in a partner's container, named by a digest: its number is personal. */
export function meterFolder(container: string, kind: MeterKind, meter: string | undefined): string {
  return `${container}${shortDigest8(kind === 'water' ? 'water' : 'energy', meter ?? '')}/`
}

/** The meter itself, in a document of its own. */
export function meterDocument(container: string, kind: MeterKind, number: string | undefined): PodDocument {
  const url = `${meterFolder(container, kind, number)}meter.ttl`
  const meter: Meter = { recordKey: 'meter', ...(number === undefined ? {} : { number }), energy: kind }
  return { url, nodes: [podNode(url, meter, writeMeter)] }
}

/**
 * One document a month for the periods of a day, one a year for the longer ones, with what is missing in each.
 *
 * @param periods in order of time within each series, each once.
 */
export function periodDocuments(
  container: string,
  kind: MeterKind,
  periods: readonly Period[],
): PodDocument[] {
  const documents = new Documents()
  const gaps = new Map<string, number>()
  for (const rows of bySeries(periods)) {
    const [first] = rows
    if (first === undefined) continue
    const folder = meterFolder(container, kind, first.meter)
    const isDaily = first.series === 'daily' || first.series === 'index'
    const urlOf = (day: string): string => `${folder}readings-${day.slice(0, isDaily ? 7 : 4)}.ttl`
    for (const period of rows) {
      if (!isKnown(period)) continue
      const url = urlOf(period.firstDay)
      const node = podNode(url, reading(period, `${folder}meter.ttl`), writePeriodReading, period.line)
      documents.add(url, node)
    }
    for (const day of missingDays(rows)) gaps.set(urlOf(day), (gaps.get(urlOf(day)) ?? 0) + 1)
  }
  return documents.asAdded().map((document) => ({ ...document, gaps: gaps.get(document.url) ?? 0 }))
}

export function gapsNotice(count: number): Notice[] {
  if (count === 0) return []
  const text = {
    fr: 'Relevés sans valeur, gardés comme des manques.',
    en: 'Readings without a value, kept as gaps.',
  }
  return [{ code: 'gaps', count, text }]
}

function reading(period: Period, meter: string): PeriodReading {
  const { series, direction, firstDay, lastDay, unit, quantity, register, tariffClass, quality } = period
  const said = (name: string, value: number | null | undefined): object =>
    value === undefined || value === null ? {} : { [name]: value / 1000 }
  return {
    recordKey: periodKey(period),
    series,
    direction,
    firstDay,
    lastDay,
    ...said('quantity', quantity),
    unit: units[unit],
    ...said('indexStart', period.indexStart),
    ...said('indexEnd', period.indexEnd),
    ...(register === undefined ? {} : { register }),
    ...(tariffClass === undefined ? {} : { tariffClass }),
    ...said('energyWh', period.energy),
    ...said('conversion', period.conversion),
    ...said('leakLitres', period.leak),
    ...(quality === undefined ? {} : { quality }),
    meter,
  }
}
