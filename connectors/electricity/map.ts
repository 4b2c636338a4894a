import { type Meter, writeDayCurve, writeMeter } from '#vocab/generated/energy'
import { shortDigest8 } from '#vocab/identity'
import type { MapContext, Mapped, Notice, PodNode } from '../connector.ts'
import { ConnectorError } from '../errors.ts'
import { podNode } from '../pod-node.ts'
import { dayCurve, groupByDay, isAligned, type MeterDay } from './day-curves.ts'
import { dayBounds } from './paris-time.ts'
import type { Reading } from './reading.ts'

/** One folder a meter, named by a digest (its number is personal); in it the meter, and one document a month. */
export function mapElectricity(readings: readonly Reading[], { container }: MapContext): Mapped {
  const days = groupByDay(readings)
  const kept = days.filter((day) => !isMargin(day, days))
  if (kept.length === 0) throw new ConnectorError('empty')
  const meters = new Map<string, PodNode[]>()
  const months = new Map<string, PodNode[]>()
  for (const day of kept) {
    if (!isAligned(day)) throw new ConnectorError('contradiction', { line: day.readings[0]?.line })
    const folder = `${container}${shortDigest8('energy', day.meter)}/`
    const meterUrl = `${folder}meter.ttl`
    const meter: Meter = { recordKey: 'meter', number: day.meter, energy: 'electricity' }
    if (!meters.has(meterUrl)) meters.set(meterUrl, [podNode(meterUrl, meter, writeMeter)])
    const url = `${folder}${day.day.slice(0, 7)}.ttl`
    const node = podNode(url, dayCurve(day, meterUrl), writeDayCurve, day.readings[0]?.line)
    months.set(url, [...(months.get(url) ?? []), node])
  }
  const documents = [...meters, ...months].map(([url, nodes]) => ({ url, nodes }))
  return { documents, notices: notices(readings, days.length - kept.length) }
}

/**
 * A file often opens with the stamp 00:00, the last step of the day before. Alone it would pass for that
 * day, and hide the whole day that an earlier file gave: it is left to that file.
 */
function isMargin(day: MeterDay, days: readonly MeterDay[]): boolean {
  const ofSeries = ({ meter, direction }: MeterDay): boolean =>
    meter === day.meter && direction === day.direction
  const [only, second] = day.readings
  if (only === undefined || second !== undefined || days.find(ofSeries) !== day) return false
  const { start, minutes } = dayBounds(day.day)
  const endsTheDay = only.start + day.minutes * 60_000 === start + minutes * 60_000
  return endsTheDay && days.filter(ofSeries).length > 1
}

function notices(readings: readonly Reading[], margins: number): Notice[] {
  const gaps = readings.filter(({ milliWh }) => milliWh === null).length
  const all: Notice[] = [
    {
      code: 'margin',
      count: margins,
      text: {
        fr: 'Relevé de minuit en tête de fichier, laissé au fichier de la veille : il y ferait passer un jour pour presque vide.',
        en: 'Midnight reading at the head of the file, left to the file of the day before: it would pass for an almost empty day.',
      },
    },
    {
      code: 'gaps',
      count: gaps,
      text: {
        fr: 'Relevés sans valeur, gardés comme des manques.',
        en: 'Readings without a value, kept as gaps.',
      },
    },
  ]
  return all.filter(({ count }) => count > 0)
}
