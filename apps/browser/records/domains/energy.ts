import { collect } from '#vocab/collect'
import {
  type DayCurve,
  type PeriodReading,
  readDayCurve,
  readMeter,
  readPeriodReading,
} from '#vocab/generated/energy'
import { tb } from '#vocab/generated/terms'
import type { Graph } from '#vocab/graph'
import { CUBIC_METRE, SOSA, WATT_HOUR } from '#vocab/namespaces'
import { readReading } from '#vocab/reading'
import { capital, dayName, dayWithWeekday, kilowattHours } from '../../../shared/i18n/format.ts'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { numberEnd } from '../../../shared/pod/partner-name.ts'
import type { Gathered } from '../kinds.ts'
import { cubicMetres, figure, litres } from '../quantities.ts'
import { joined, type Kind, kind, type Said } from '../summary.ts'

const words = {
  days: { fr: 'Journées de compteur', en: 'Days of a meter' },
  readings: { fr: 'Relevés', en: 'Readings' },
  meters: { fr: 'Compteurs', en: 'Meters' },
  electricity: { fr: 'Compteur d’électricité', en: 'Electricity meter' },
  gas: { fr: 'Compteur de gaz', en: 'Gas meter' },
  water: { fr: 'Compteur d’eau', en: 'Water meter' },
  production: { fr: 'production', en: 'production' },
  index: { fr: (index: string) => `index ${index}`, en: (index: string) => `index ${index}` },
  fromTo: {
    fr: (from: string, to: string) => `Du ${from} au ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  leak: { fr: (much: string) => `fuite estimée : ${much}`, en: (much: string) => `leak, estimated: ${much}` },
  billed: { fr: 'facturé', en: 'billed' },
} satisfies Messages

/** A day of a meter, ours or collected. */
const sayCurve = (it: DayCurve): Said => ({
  day: it.day,
  ...(it.quality && { quality: it.quality }),
  words: () => ({
    title: capital(dayWithWeekday(it.day)),
    detail: it.direction === 'production' ? t(words.production) : '',
    value: kilowattHours(it.totalWh),
  }),
})

function quantityOf({ quantity, unit, indexEnd }: PeriodReading): string {
  if (quantity === undefined) return indexEnd === undefined ? '' : t(words.index, figure(indexEnd, 3))
  if (unit === WATT_HOUR) return kilowattHours(quantity)
  return unit === CUBIC_METRE ? cubicMetres(quantity) : litres(quantity)
}

export const kinds: readonly Kind[] = [
  kind(tb.DayCurve, words.days, readDayCurve, sayCurve),
  kind(tb.PeriodReading, words.readings, readPeriodReading, (it) => ({
    day: it.lastDay,
    ...(it.quality && { quality: it.quality }),
    words: () => ({
      title:
        it.firstDay === it.lastDay
          ? capital(dayWithWeekday(it.lastDay))
          : t(words.fromTo, dayName(it.firstDay), dayName(it.lastDay)),
      detail: joined(
        it.direction === 'production' ? t(words.production) : '',
        it.series === 'billed' ? t(words.billed) : '',
        it.register ?? it.tariffClass,
        it.leakLitres ? t(words.leak, litres(it.leakLitres)) : '',
      ),
      value: quantityOf(it),
    }),
  })),
  kind(tb.Meter, words.meters, readMeter, (it) => ({
    day: '',
    words: () => ({
      title: t(words[it.energy]),
      detail: it.name ?? '',
      value: it.number === undefined ? '' : `…${numberEnd(it.number)}`,
    }),
  })),
]

/** Another app writes one node a reading: a day of them is one record. */
export function gather(graph: Graph): Gathered {
  const parts = new Set<string>()
  for (const node of graph.nodesOfType(`${SOSA}ObservationCollection`))
    if (node.values(tb.valueCount).length > 0) parts.add(node.iri)
  for (const node of graph.nodesOfType(`${SOSA}Observation`))
    if (readReading(graph, node) !== undefined) parts.add(node.iri)
  if (parts.size === 0) return { records: [], parts }
  const records = collect(graph).map(({ iri, curve }) => ({ iri, type: tb.DayCurve, said: sayCurve(curve) }))
  return { records, parts }
}
