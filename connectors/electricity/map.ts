import { writeDayCurve } from '#vocab/generated/energy'
import type { MapContext, Mapped, PodDocument } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { ConnectorError } from '../errors.ts'
import { gapsNotice, meterDocument, meterFolder, periodDocuments } from '../meters/documents.ts'
import { isLeftOut, leftOutNotices } from '../meters/left-out.ts'
import { isKnown } from '../meters/period.ts'
import { podNode } from '../pod-node.ts'
import { missingValues } from './curve-gaps.ts'
import { dayCurve, groupByDay, isAligned } from './day-curves.ts'
import type { Reading } from './reading.ts'
import { type ElectricityRow, isPeriod, isReading } from './row.ts'

/**
 * One folder a meter, named by a digest (its number is personal); in it the meter, a document a month of its curve, and documents
 * of the periods that it counted.
 */
export function mapElectricity(rows: readonly ElectricityRow[], { container }: MapContext): Mapped {
  const readings = rows.filter(isReading)
  const periods = rows.filter(isPeriod)
  const meters = new Set([
    ...readings.flatMap(({ meter, milliWh }) => (milliWh === null ? [] : [meter])),
    ...periods.flatMap((period) => (isKnown(period) ? [period.meter] : [])),
  ])
  if (meters.size === 0) throw new ConnectorError('empty')
  const documents = [
    ...curveDocuments(readings, container),
    ...periodDocuments(container, 'electricity', periods),
  ]
  const gaps = documents.reduce((sum, document) => sum + (document.gaps ?? 0), 0)
  return {
    documents: [...[...meters].map((meter) => meterDocument(container, 'electricity', meter)), ...documents],
    notices: [...gapsNotice(gaps), ...leftOutNotices(rows.filter(isLeftOut))],
  }
}

function curveDocuments(readings: readonly Reading[], container: string): PodDocument[] {
  const months = new Documents()
  const urlOf = (meter: string | undefined, day: string): string =>
    `${meterFolder(container, 'electricity', meter)}${day.slice(0, 7)}.ttl`
  for (const day of groupByDay(readings)) {
    if (!isAligned(day)) throw new ConnectorError('contradiction', { line: day.readings[0]?.line })
    const url = urlOf(day.meter, day.day)
    const meterUrl = `${meterFolder(container, 'electricity', day.meter)}meter.ttl`
    const node = podNode(url, dayCurve(day, meterUrl), writeDayCurve, day.readings[0]?.line)
    months.add(url, node)
  }
  const gaps = new Map<string, number>()
  for (const { meter, day, count } of missingValues(readings)) {
    const url = urlOf(meter, day)
    gaps.set(url, (gaps.get(url) ?? 0) + count)
  }
  return months.asAdded().map((month) => ({ ...month, gaps: gaps.get(month.url) ?? 0 }))
}
