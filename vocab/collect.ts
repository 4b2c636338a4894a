import { formatValues, stepMinutes, sumOfValues } from './day-curve.ts'
import { type DayCurve, isDayCurve } from './generated/energy.ts'
import { tb } from './generated/terms.ts'
import type { Graph, Node } from './graph.ts'
import { addTo } from './groups.ts'
import { localDay } from './local-day.ts'
import { SOSA, WATT_HOUR } from './namespaces.ts'
import { type Reading, readReading } from './reading.ts'

/** A day curve that was not written as one. */
export interface Collected {
  /** Of the collection that says what day it is, else of the first observation. */
  readonly iri: string
  readonly curve: DayCurve
}

/**
 * The day curves of SOSA observations, one node a reading: what `expand()` wrote, and what other apps write of energy. A
 * reading that is not in step with the others of its day is left out; where two contradict there is a gap.
 */
export function collect(graph: Graph): Collected[] {
  const days = new Map<string, Day>()
  const dayOfMember = new Map<string, Day>()
  for (const node of graph.nodesOfType(`${SOSA}ObservationCollection`)) {
    const day = statedDay(node)
    if (!day) continue
    days.set(node.iri, day)
    for (const { value } of node.values(`${SOSA}hasMember`)) dayOfMember.set(value, day)
  }
  for (const { iri, reading } of withDurations(graph)) {
    const start = reading.end - reading.duration
    const { meter, direction, duration } = reading
    const name = localDay(start)
    const key = [meter, direction, duration, name].join(' ')
    const day = dayOfMember.get(iri) ?? days.get(key) ?? { iri, meter, direction, day: name, readings: [] }
    if (!dayOfMember.has(iri)) days.set(key, day)
    day.readings.push({ start, duration, wattHours: reading.wattHours })
  }
  return [...days.values()].flatMap(curveOf)
}

interface Day extends Pick<DayCurve, 'meter' | 'direction' | 'day' | 'quality'> {
  readonly iri: string
  readonly readings: { readonly start: number; readonly duration: number; readonly wattHours: number }[]
  /** What a collection of `expand()` says, of which its members may not tell: there are none for gaps. */
  readonly stated?: Pick<DayCurve, 'recordKey' | 'start' | 'step'> & { readonly count: number }
}

/** A day has as many values as it has minutes, at most. */
const mostValues = 1500

function statedDay(node: Node): Day | undefined {
  const one = (predicate: string): string => node.values(predicate)[0]?.value ?? ''
  const count = one(tb.valueCount)
  if (!/^[1-9]\d{0,3}$/.test(count)) return undefined
  const quality = one(tb.quality) as NonNullable<DayCurve['quality']> | ''
  return {
    iri: node.iri,
    meter: one(`${SOSA}madeBySensor`),
    direction: one(tb.direction) as DayCurve['direction'],
    day: one(tb.day),
    ...(quality && { quality }),
    readings: [],
    stated: {
      recordKey: one(tb.recordKey),
      start: one(tb.start),
      step: one(tb.step),
      count: Math.min(Number(count), mostValues),
    },
  }
}

type Whole = Reading & Required<Pick<Reading, 'duration'>>

/** Where an observation only says when it ends, it began where the nearest one before it ended. */
function withDurations(graph: Graph): { iri: string; reading: Whole }[] {
  const found = graph.nodesOfType(`${SOSA}Observation`).flatMap((node) => {
    const reading = readReading(graph, node)
    return reading ? [{ iri: node.iri, reading }] : []
  })
  const ends = new Map<string, number[]>()
  const groupOf = ({ meter, direction }: Reading): string => `${direction} ${meter}`
  for (const { reading } of found)
    if (reading.duration === undefined) addTo(ends, groupOf(reading), reading.end)
  const steps = new Map([...ends].map(([group, its]) => [group, leastDistance(its)]))
  return found.flatMap(({ iri, reading }) => {
    const duration = reading.duration ?? steps.get(groupOf(reading))
    return duration === undefined ? [] : [{ iri, reading: { ...reading, duration } }]
  })
}

function leastDistance(times: readonly number[]): number | undefined {
  const sorted = [...new Set(times)].sort((one, other) => one - other)
  const distances = sorted.slice(1).map((it, at) => it - (sorted[at] ?? it))
  return distances.length > 0 ? least(distances) : undefined
}

/** A call takes no more than some ten thousand arguments, and a document may hold more readings. */
const least = (numbers: readonly number[]): number =>
  numbers.reduce((found, it) => Math.min(found, it), Number.POSITIVE_INFINITY)

function curveOf({ iri, readings, stated, ...said }: Day): Collected[] {
  const starts = readings.map(({ start }) => start)
  const from = stated ? Date.parse(stated.start) : least(starts)
  const step = stated?.step ?? stepOf(readings[0]?.duration ?? 0)
  const minutes = safeMinutes(step)
  if (minutes === undefined || Number.isNaN(from)) return []
  const slotOf = (start: number): number => (start - from) / (minutes * 60_000)
  const slots = readings.map(({ start, wattHours }) => ({ slot: slotOf(start), wattHours }))
  const fitting = slots.filter(({ slot }) => Number.isInteger(slot) && slot >= 0 && slot < mostValues)
  const count = stated?.count ?? fitting.reduce((most, { slot }) => Math.max(most, slot), -1) + 1
  if (!(count >= 1)) return []
  const values = Array<number | null | undefined>(count).fill(undefined)
  for (const { slot, wattHours } of fitting) {
    if (slot >= count) continue
    const known = values[slot]
    values[slot] = known === undefined || known === wattHours ? wattHours : null
  }
  const known = values.map((it) => it ?? null)
  const curve = {
    recordKey: stated?.recordKey ?? `${said.day}/${said.direction}/${step}`,
    ...said,
    start: stated?.start ?? new Date(from).toISOString().replace('.000Z', 'Z'),
    step,
    values: formatValues(known),
    totalWh: sumOfValues(known),
    unit: WATT_HOUR,
  }
  return isDayCurve(curve) ? [{ iri, curve }] : []
}

/** `PT30M` of so many milliseconds; nothing that `safeMinutes` takes for other than whole minutes. */
function stepOf(milliseconds: number): string {
  const minutes = milliseconds / 60_000
  if (!Number.isInteger(minutes)) return ''
  return minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`
}

function safeMinutes(step: string): number | undefined {
  try {
    return stepMinutes(step)
  } catch {
    return undefined
  }
}
