import { type Meter, writeDayCurve, writeMeter } from '#vocab/generated/energy'
import { shortDigest8 } from '#vocab/identity'
import type { MapContext, Mapped, Notice, PodNode } from '../connector.ts'
import { ConnectorError } from '../errors.ts'
import { podNode } from '../pod-node.ts'
import { dayCurve, groupByDay, isAligned } from './day-curves.ts'
import type { Reading } from './reading.ts'

/** One folder a meter, named by a digest (its number is personal); in it the meter, and one document a month. */
export function mapElectricity(readings: readonly Reading[], { container }: MapContext): Mapped {
  const days = groupByDay(readings)
  if (days.length === 0) throw new ConnectorError('empty')
  const meters = new Map<string, PodNode[]>()
  const months = new Map<string, PodNode[]>()
  for (const day of days) {
    if (!isAligned(day)) throw new ConnectorError('contradiction', { line: day.readings[0]?.line })
    const folder = `${container}${shortDigest8('energy', day.meter)}/`
    const meterUrl = `${folder}meter.ttl`
    const meter: Meter = { recordKey: 'meter', number: day.meter, energy: 'electricity' }
    if (!meters.has(meterUrl)) meters.set(meterUrl, [podNode(meterUrl, meter, writeMeter)])
    const url = `${folder}${day.day.slice(0, 7)}.ttl`
    const node = podNode(url, dayCurve(day, meterUrl), writeDayCurve, day.readings[0]?.line)
    const nodes = months.get(url)
    if (nodes === undefined) months.set(url, [node])
    else nodes.push(node)
  }
  const documents = [...meters, ...months].map(([url, nodes]) => ({ url, nodes }))
  return { documents, notices: gapsNotice(readings) }
}

function gapsNotice(readings: readonly Reading[]): Notice[] {
  const count = readings.filter(({ milliWh }) => milliWh === null).length
  if (count === 0) return []
  const text = {
    fr: 'Relevés sans valeur, gardés comme des manques.',
    en: 'Readings without a value, kept as gaps.',
  }
  return [{ code: 'gaps', count, text }]
}
