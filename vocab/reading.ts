import { numberOf } from './decimal.ts'
import type { DayCurve } from './generated/energy.ts'
import { tb } from './generated/terms.ts'
import type { Graph, Node, Term } from './graph.ts'
import { OWL, QUDT, SKOS, SOSA, TIME, UNIT, XSD } from './namespaces.ts'

/** What a SOSA observation says of a meter: energy over some time. */
export interface Reading {
  /** The meter's IRI. */
  readonly meter: string
  readonly direction: DayCurve['direction']
  /** When its time ends, in milliseconds. */
  readonly end: number
  /** How long that time is, in milliseconds; undefined where the observation only says when it ends. */
  readonly duration?: number
  /** Watt hours, to three decimals. */
  readonly wattHours: number
}

/** The reading of an observation, by us or by another app. Undefined for what is none of energy, or says too little. */
export function readReading(graph: Graph, node: Node): Reading | undefined {
  const [sensor] = node.values(`${SOSA}madeBySensor`)
  const direction = directionOf(graph, node)
  const wattHours = energyOf(graph, node)
  const time = timeOf(graph, node)
  if (sensor?.termType !== 'NamedNode' || !direction || wattHours === undefined || !time) return undefined
  return { meter: sensor.value, direction, wattHours, ...time }
}

/** The watt hours of one unit. */
const UNITS = new Map([
  [`${UNIT}W-HR`, 1],
  [`${UNIT}KiloW-HR`, 1_000],
  [`${UNIT}MegaW-HR`, 1_000_000],
])

/** A meter counts what is used, unless it is said that it counts what is given. */
const DIRECTIONS = new Map<string, DayCurve['direction']>([
  [tb.energyUse, 'consumption'],
  [tb.energyFeedIn, 'production'],
  ['http://qudt.org/vocab/quantitykind/Energy', 'consumption'],
  ['http://qudt.org/vocab/quantitykind/ActiveEnergy', 'consumption'],
  ['https://saref.etsi.org/core/Energy', 'consumption'],
])

/** The property itself, or one that the document says is the same. */
function directionOf(graph: Graph, node: Node): DayCurve['direction'] | undefined {
  const [property, ...others] = node.values(`${SOSA}observedProperty`)
  if (!property || others.length > 0) return undefined
  const same = [`${SKOS}exactMatch`, `${OWL}sameAs`].flatMap((it) => graph.node(property.value).values(it))
  const found = [property, ...same].map(({ value }) => DIRECTIONS.get(value)).find(Boolean)
  return property.termType === 'Literal' ? undefined : found
}

function energyOf(graph: Graph, node: Node): number | undefined {
  const [simple, ...others] = node.values(`${SOSA}hasSimpleResult`)
  const [result] = node.values(`${SOSA}hasResult`)
  if (others.length > 0) return undefined
  if (simple) return inWattHours(simple, node)
  const quantity = result && graph.node(result.value)
  const [value] = quantity ? [`${QUDT}numericValue`, `${QUDT}value`].flatMap((it) => quantity.values(it)) : []
  return quantity && value && inWattHours(value, quantity)
}

const NUMBERS = ['decimal', 'integer', 'int', 'long', 'nonNegativeInteger', 'double', 'float']

function inWattHours(value: Term, saysUnit: Node): number | undefined {
  const [unit] = [`${QUDT}hasUnit`, `${QUDT}unit`].flatMap((it) => saysUnit.values(it))
  const factor = UNITS.get(unit?.value ?? '')
  const isNumber = NUMBERS.some((it) => value.datatype?.value === XSD + it)
  if (value.termType !== 'Literal' || !isNumber || factor === undefined) return undefined
  const found = Math.round(plainNumber(value.value) * factor * 1000) / 1000
  return found >= 0 && found < 1e12 ? found : undefined
}

/** NaN for what is no number. */
function plainNumber(text: string): number {
  const [, digits = '', exponent = '0'] = /^([+-]?[\d.]{1,30})(?:[eE]([+-]?\d{1,3}))?$/.exec(text) ?? []
  try {
    return exponent === '0' ? numberOf(digits) : Number(`${numberOf(digits)}e${exponent}`)
  } catch {
    return Number.NaN
  }
}

/** Our own terms, an interval of OWL-Time, or the time of the result alone, which is when the meter had counted it. */
function timeOf(graph: Graph, node: Node): Pick<Reading, 'end' | 'duration'> | undefined {
  const [from] = node.values(tb.start)
  const [until] = node.values(`${SOSA}resultTime`)
  const [phenomenon] = node.values(`${SOSA}phenomenonTime`)
  const interval = phenomenon && graph.node(phenomenon.value)
  const [start, end] = interval
    ? ['hasBeginning', 'hasEnd'].map((it) => instantOf(graph, interval, it))
    : [from && instant(from), until && instant(until)]
  if (end === undefined) return undefined
  if (start === undefined) return { end }
  return end > start ? { end, duration: end - start } : undefined
}

function instantOf(graph: Graph, interval: Node, edge: string): number | undefined {
  const [at] = interval.values(TIME + edge)
  const node = at && graph.node(at.value)
  const [said] = node
    ? [`${TIME}inXSDDateTimeStamp`, `${TIME}inXSDDateTime`].flatMap((it) => node.values(it))
    : []
  return said && instant(said)
}

/** Milliseconds of an instant with its time zone. */
function instant({ value }: Term): number | undefined {
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(value)
  const found = isWhole ? Date.parse(value) : Number.NaN
  return Number.isNaN(found) ? undefined : found
}
