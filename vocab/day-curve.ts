import { DataFactory, type Literal, type NamedNode, type Quad } from 'n3'
import { decimal, numberOf } from './decimal.ts'
import { VocabError } from './errors.ts'
import type { DayCurve } from './generated/energy.ts'
import { tb } from './generated/terms.ts'
import { QUDT, RDF, SOSA, XSD } from './namespaces.ts'

/** The values of a `tb:values` literal, one a step; null for a gap. Throws VocabError `bad-values`. */
export function parseValues(text: string): (number | null)[] {
  return text.split(' ').map((value) => {
    if (value === '-') return null
    if (!VALUE.test(value)) throw new VocabError('bad-values', 'A value is neither a decimal nor a gap')
    return numberOf(value)
  })
}

/** The `tb:values` literal of values, at most three decimals each. Throws VocabError `bad-values`. */
export function formatValues(values: readonly (number | null)[]): string {
  const texts = values.map((value) => (value === null ? '-' : decimal(value)))
  if (texts.length === 0 || texts.some((it) => it.length > 1 && it.startsWith('-'))) {
    throw new VocabError('bad-values', 'A curve has values, and none below zero')
  }
  return texts.join(' ')
}

/** The exact sum of the known values, to three decimals. */
export function sumOfValues(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + Math.round((value ?? 0) * 1000), 0) / 1000
}

/** The minutes of a step of minutes and hours: `PT30M` is 30. Throws VocabError `bad-step`. */
export function stepMinutes(step: string): number {
  const [, hours, minutes] = STEP.exec(step) ?? []
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  if (total === 0) throw new VocabError('bad-step', 'A step is written as PT30M or PT1H')
  return total
}

/**
 * A day curve as SOSA observations, one a known value, for apps and exports that know only SOSA; `collect()` reads it back.
 * `subject` is the curve's IRI; the observations are `<subject>-0`, `<subject>-1`… by slot. `sosa:resultTime` is the end of
 * the slot. What they have in common, and how many there would be without gaps, the collection says. Throws VocabError `bad-values` or `bad-step`.
 */
export function expand(curve: DayCurve, subject: string): Quad[] {
  const start = Date.parse(curve.start)
  const step = stepMinutes(curve.step) * MINUTE
  const values = parseValues(curve.values)
  const observations = values.flatMap((value, slot) =>
    value === null ? [] : observation(curve, subject, slot, value, start + slot * step, step),
  )
  return [...collection(curve, subject, values.length), ...observations]
}

const { namedNode, literal, quad } = DataFactory
const DATE_TIME = namedNode(`${XSD}dateTime`)
const MINUTE = 60_000
const VALUE = /^\d{1,12}(\.\d{1,3})?$/
const STEP = /^PT(?:(\d{1,2})H)?(?:(\d{1,4})M)?$/

function collection(curve: DayCurve, subject: string, count: number): Quad[] {
  const { recordKey, day, direction, start, step, quality, meter, unit } = curve
  const said: [predicate: string, object: NamedNode | Literal][] = [
    [`${RDF}type`, namedNode(`${SOSA}ObservationCollection`)],
    [`${SOSA}madeBySensor`, namedNode(meter)],
    [`${QUDT}hasUnit`, namedNode(unit)],
    [tb.recordKey, literal(recordKey)],
    [tb.day, literal(day, namedNode(`${XSD}date`))],
    [tb.direction, literal(direction)],
    [tb.start, literal(start, DATE_TIME)],
    [tb.step, literal(step, namedNode(`${XSD}duration`))],
    [tb.valueCount, literal(String(count), namedNode(`${XSD}integer`))],
    ...(quality ? ([[tb.quality, literal(quality)]] as [string, Literal][]) : []),
  ]
  return said.map(([predicate, object]) => quad(namedNode(subject), namedNode(predicate), object))
}

function observation(
  curve: DayCurve,
  subject: string,
  slot: number,
  value: number,
  from: number,
  step: number,
): Quad[] {
  const node = namedNode(`${subject}-${slot}`)
  const say = (predicate: string, object: NamedNode | Literal): Quad =>
    quad(node, namedNode(predicate), object)
  const property = curve.direction === 'consumption' ? tb.energyUse : tb.energyFeedIn
  return [
    quad(namedNode(subject), namedNode(`${SOSA}hasMember`), node),
    say(`${RDF}type`, namedNode(`${SOSA}Observation`)),
    say(`${SOSA}madeBySensor`, namedNode(curve.meter)),
    say(`${SOSA}observedProperty`, namedNode(property)),
    say(`${SOSA}hasSimpleResult`, literal(decimal(value), namedNode(`${XSD}decimal`))),
    say(`${QUDT}hasUnit`, namedNode(curve.unit)),
    say(tb.start, literal(instant(from), DATE_TIME)),
    say(tb.step, literal(curve.step, namedNode(`${XSD}duration`))),
    say(`${SOSA}resultTime`, literal(instant(from + step), DATE_TIME)),
  ]
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z')
}
