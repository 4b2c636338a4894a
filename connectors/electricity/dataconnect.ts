import { ConnectorError, type Where } from '../errors.ts'
import { isJsonObject, type JsonObject, type JsonText, readJson } from '../formats/json.ts'
import { isDay } from '../meters/day.ts'
import type { Period } from '../meters/period.ts'
import { thousandths } from '../meters/thousandths.ts'
import { directionOfFlow } from './direction.ts'
import { energyPeriod } from './energy-period.ts'
import { readMilli } from './power.ts'
import { qualityOfNature, qualityOfWords } from './quality.ts'
import type { Direction, Quality } from './reading.ts'
import type { ElectricityRow } from './row.ts'
import { type Point, readSequence } from './sequence.ts'
import { SeriesRuns } from './series-runs.ts'
import { readStamp } from './stamp.ts'
import { knownSteps } from './steps.ts'

/**
 * Reads Enedis DataConnect v4 and v5: load curves and daily energy, one response or a list of them.
 *
 * @throws ConnectorError with the line, and the reading's ordinal.
 */
export function readDataConnect(text: string): ElectricityRow[] {
  const json = readJson(text)
  const responses = Array.isArray(json.value) ? json.value : [json.value]
  const curves = new SeriesRuns()
  const periods: Period[] = []
  for (const response of responses) {
    const said = readResponse(response, json)
    if (said.items.length === 0) continue
    if (isDaily(said)) for (const period of readDays(said, json)) periods.push(period)
    else
      curves.add(
        said.meter,
        said.direction,
        said.items.map((item, index) => readPoint(item, index, said.quality, json)),
      )
  }
  if (curves.total === 0 && periods.length === 0) throw new ConnectorError('empty')
  return [
    ...curves.list().flatMap(({ meter, direction, runs }) => readSequence(runs, meter, direction)),
    ...periods,
  ]
}

interface Response {
  readonly meter: string
  readonly direction: Direction
  readonly quality: Quality
  readonly type: JsonObject
  readonly items: readonly unknown[]
  readonly line: number | undefined
}

function readResponse(response: unknown, json: JsonText): Response {
  const wrapper = isJsonObject(response) ? response : undefined
  const body = wrapper?.['meter_reading'] ?? wrapper
  if (!isJsonObject(body)) throw new ConnectorError('unknown-layout', { line: 1 })
  const line = json.lineOf.get(body)
  if (body['error'] !== undefined) throw new ConnectorError('partner-error', { line })
  const items = body['interval_reading']
  if (!Array.isArray(items)) throw new ConnectorError('unknown-layout', { line, field: 'interval_reading' })
  const meter = body['usage_point_id']
  if (typeof meter !== 'string' || !/^\d{14}$/.test(meter)) {
    throw new ConnectorError(meter === undefined ? 'missing-field' : 'bad-field', {
      line,
      field: 'usage_point_id',
    })
  }
  const type = body['reading_type']
  if (!isJsonObject(type)) throw new ConnectorError('missing-field', { line, field: 'reading_type' })
  const words = body['quality'] ?? ''
  const quality = typeof words === 'string' ? qualityOfWords(words) : undefined
  if (quality === undefined) throw new ConnectorError('unsupported', { line, field: 'quality' })
  const direction = directionOfFlow(type['flow_direction'])
  if (direction === undefined) throw new ConnectorError('unsupported', { line, field: 'flow_direction' })
  return { meter, direction, quality, type, items, line }
}

/** Days are a sum of energy; a curve is an average of power. Anything else is refused: nothing is guessed. */
function isDaily({ type, items, line }: Response): boolean {
  const [first] = items
  const day = isJsonObject(first) ? first['date'] : undefined
  const daily = typeof day === 'string' && isDay(day)
  const expected = daily
    ? ({ unit: 'Wh', aggregate: 'sum', measurement_kind: 'energy', measuring_period: 'P1D' } as const)
    : ({ unit: 'W', aggregate: 'average', measurement_kind: 'power' } as const)
  for (const [field, word] of Object.entries(expected)) {
    if ((type[field] ?? (field === 'unit' ? undefined : word)) !== word) {
      throw new ConnectorError('unsupported', { line, field })
    }
  }
  return daily
}

function readDays({ meter, direction, quality: otherwise, items }: Response, json: JsonText): Period[] {
  return items.map((item, index) => {
    const { where, bad, object, quality, isNone } = open(item, index, otherwise, json)
    const { date, value } = object
    const day = typeof date === 'string' && isDay(date) ? date : bad('date')
    const milliWh = isNone ? null : (thousandths(value, 1) ?? bad('value'))
    return energyPeriod('daily', [day, day], { meter, direction, milliWh, quality, line: where().line })
  })
}

function readPoint(item: unknown, index: number, otherwise: Quality, json: JsonText): Point {
  const { where, bad, object, quality, isNone } = open(item, index, otherwise, json)
  const { date, value, interval_length: length } = object
  const end = (typeof date === 'string' ? readStamp(date) : undefined) ?? bad('date')
  const minutes =
    length === undefined
      ? undefined
      : (readLength(textOf(length) ?? bad('interval_length')) ?? bad('interval_length'))
  const milli = isNone ? null : (readMilli(textOf(value) ?? bad('value'), 1) ?? bad('value'))
  return { end, minutes, milli, energy: false, quality, where }
}

function open(item: unknown, index: number, otherwise: Quality, json: JsonText) {
  const line = typeof item === 'object' && item !== null ? json.lineOf.get(item) : undefined
  const where = (): Where => ({ line, record: index + 1 })
  const bad = (field: string): never => {
    throw new ConnectorError('bad-field', { ...where(), field })
  }
  const object = isJsonObject(item) ? item : bad('interval_reading')
  const { value, measure_type: nature } = object
  const quality =
    nature === undefined
      ? otherwise
      : (qualityOfNature(textOf(nature) ?? bad('measure_type')) ?? bad('measure_type'))
  return { where, bad, object, quality, isNone: value === null || value === '' }
}

function textOf(given: unknown): string | undefined {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : undefined
}

/** `PT30M`, `PT1H`, in minutes. */
export function readLength(text: string): number | undefined {
  const [, minutes, hours] = /^PT(?:(\d{1,2})M|(1)H)$/.exec(text) ?? []
  const length = hours === undefined ? Number(minutes) : 60
  return knownSteps.includes(length) ? length : undefined
}
