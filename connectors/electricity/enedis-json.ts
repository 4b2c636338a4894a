import { ConnectorError, type Where } from '../errors.ts'
import { isJsonObject, type JsonObject, type JsonText, readJson } from '../formats/json.ts'
import { isDay } from '../meters/day.ts'
import type { Period } from '../meters/period.ts'
import { thousandths } from '../meters/thousandths.ts'
import { readLength } from './dataconnect.ts'
import { directionOfWords } from './direction.ts'
import { energyPeriod } from './energy-period.ts'
import { readMilli } from './power.ts'
import { qualityOfNature, qualityOfWords } from './quality.ts'
import type { Direction, Quality } from './reading.ts'
import type { ElectricityRow } from './row.ts'
import { type Point, readSequence } from './sequence.ts'
import { SeriesRuns } from './series-runs.ts'
import { readStamp } from './stamp.ts'

/**
 * Reads the JSON that Enedis gives since 2026 (`grandeur[].points[]` with `v`, `d`, `p`, `n`) and the JSON of R63, which holds
 * several of the same under `mesures`. Average power in W at the end of each step, or the energy of a day in Wh.
 *
 * @throws ConnectorError with the line, and the point's ordinal.
 */
export function readEnedisJson(text: string): ElectricityRow[] {
  const json = readJson(text)
  const measures = measuresOf(json.value)
  const curves = new SeriesRuns()
  const periods: Period[] = []
  for (const measure of measures) {
    for (const quantity of readMeasure(measure, json)) {
      if (quantity.isDaily)
        for (const [at, point] of quantity.points.entries()) periods.push(readDay(point, at, quantity, json))
      else
        curves.add(
          quantity.meter,
          quantity.direction,
          quantity.points.map((point, at) => readStep(point, at, quantity, json)),
        )
    }
  }
  if (curves.total === 0 && periods.length === 0) throw new ConnectorError('empty')
  return [
    ...curves.list().flatMap(({ meter, direction, runs }) => readSequence(runs, meter, direction)),
    ...periods,
  ]
}

function measuresOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const inside = isJsonObject(value) ? value['mesures'] : undefined
  return Array.isArray(inside) ? inside : [value]
}

interface Quantity {
  readonly meter: string
  readonly direction: Direction
  readonly quality: Quality
  readonly isDaily: boolean
  readonly points: readonly unknown[]
}

function readMeasure(measure: unknown, { lineOf }: JsonText): Quantity[] {
  if (!isJsonObject(measure)) throw new ConnectorError('unknown-layout', { line: 1 })
  const line = lineOf.get(measure)
  const { idPrm: meter, etapeMetier: stage, pas: step, grandeur: quantities } = measure
  if (measure['error'] !== undefined) throw new ConnectorError('partner-error', { line })
  if (!Array.isArray(quantities)) throw new ConnectorError('unknown-layout', { line, field: 'grandeur' })
  if (typeof meter !== 'string' || !/^\d{14}$/.test(meter)) {
    throw new ConnectorError(meter === undefined ? 'missing-field' : 'bad-field', { line, field: 'idPrm' })
  }
  const quality = typeof stage === 'string' ? qualityOfWords(stage) : undefined
  if (quality === undefined) throw new ConnectorError('unsupported', { line, field: 'etapeMetier' })
  return quantities.map((quantity) => {
    if (!isJsonObject(quantity)) throw new ConnectorError('bad-field', { line, field: 'grandeur' })
    return { meter, quality, ...readQuantity(quantity, step, lineOf.get(quantity)) }
  })
}

/** Energy by the day, or power by the step: each has its unit, and no other is read. */
function readQuantity(
  { grandeurMetier, grandeurPhysique, unite, points }: JsonObject,
  step: unknown,
  line: number | undefined,
): Pick<Quantity, 'direction' | 'isDaily' | 'points'> {
  const unsupported = (field: string): never => {
    throw new ConnectorError('unsupported', { line, field })
  }
  const direction =
    (typeof grandeurMetier === 'string' && grandeurMetier !== ''
      ? directionOfWords(grandeurMetier)
      : undefined) ?? unsupported('grandeurMetier')
  if (!Array.isArray(points)) throw new ConnectorError('missing-field', { line, field: 'points' })
  if (unite === undefined) throw new ConnectorError('missing-field', { line, field: 'unite' })
  if (points.length === 0) return { direction, isDaily: false, points }
  const [first] = points
  const day = isJsonObject(first) ? first['d'] : undefined
  const isDaily = step === 'P1D' || (typeof day === 'string' && isDay(day))
  if (isDaily && step !== undefined && step !== null && step !== 'P1D') unsupported('pas')
  if (grandeurPhysique !== (isDaily ? 'EA' : 'PA')) unsupported('grandeurPhysique')
  if (unite !== (isDaily ? 'Wh' : 'W')) unsupported('unite')
  return { direction, isDaily, points }
}

function readDay(item: unknown, index: number, quantity: Quantity, json: JsonText): Period {
  const { point, where, bad } = open(item, index, json)
  const day = typeof point['d'] === 'string' && isDay(point['d']) ? point['d'] : bad('d')
  const { meter, direction } = quantity
  const milliWh = isNone(point) ? null : (thousandths(point['v'], 1) ?? bad('v'))
  const quality = readQuality(point, quantity.quality, bad)
  return energyPeriod('daily', [day, day], { meter, direction, milliWh, quality, line: where().line })
}

function readStep(item: unknown, index: number, { quality: otherwise }: Quantity, json: JsonText): Point {
  const { point, where, bad } = open(item, index, json)
  const { d, v, p } = point
  const end = (typeof d === 'string' ? readStamp(d) : undefined) ?? bad('d')
  const minutes =
    p === undefined ? undefined : ((typeof p === 'string' ? readLength(p) : undefined) ?? bad('p'))
  const text = typeof v === 'string' || typeof v === 'number' ? String(v) : ''
  const milli = isNone(point) ? null : (readMilli(text, 1) ?? bad('v'))
  return { end, minutes, milli, energy: false, quality: readQuality(point, otherwise, bad), where }
}

function open(item: unknown, index: number, { lineOf }: JsonText) {
  const line = typeof item === 'object' && item !== null ? lineOf.get(item) : undefined
  const where = (): Where => ({ line, record: index + 1 })
  const bad = (field: string): never => {
    throw new ConnectorError('bad-field', { ...where(), field })
  }
  return { point: isJsonObject(item) ? item : bad('points'), where, bad }
}

const isNone = ({ v }: JsonObject): boolean => v === null || v === undefined || v === ''

/** The point's nature, else the stage of the whole; a doubtful likelihood (`iv`) makes a measure an estimate. */
function readQuality({ n, iv }: JsonObject, otherwise: Quality, bad: (field: string) => never): Quality {
  const said =
    n === undefined || n === null
      ? otherwise
      : ((typeof n === 'string' ? qualityOfNature(n) : undefined) ?? bad('n'))
  const isSure = iv === undefined || iv === null || iv === 0 || iv === '0' || iv === ''
  return !isSure && said === 'measured' ? 'estimated' : said
}
