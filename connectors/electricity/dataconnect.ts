import { ConnectorError, type Where } from '../errors.ts'
import { isJsonObject, type JsonObject, type JsonText, readJson } from '../formats/json.ts'
import { directionOfFlow } from './direction.ts'
import { readMilli } from './power.ts'
import { qualityOfNature, qualityOfWords } from './quality.ts'
import type { Direction, Quality, Reading } from './reading.ts'
import { type Point, readSequence } from './sequence.ts'
import { readStamp } from './stamp.ts'
import { knownSteps } from './steps.ts'

export const maxReadings = 600_000

/**
 * Reads Enedis DataConnect v4 and v5 load curves: one response, or a list of them.
 *
 * @throws ConnectorError with the line, and the reading's ordinal.
 */
export function readDataConnect(text: string): Reading[] {
  const json = readJson(text)
  const responses = Array.isArray(json.value) ? json.value : [json.value]
  const series = new Map<string, { meter: string; direction: Direction; runs: (readonly Point[])[] }>()
  let total = 0
  for (const response of responses) {
    const { meter, direction, points } = readResponse(response, json)
    const key = `${meter} ${direction}`
    const known = series.get(key)
    if (known === undefined) series.set(key, { meter, direction, runs: [points] })
    else known.runs.push(points)
    total += points.length
    if (total > maxReadings) throw new ConnectorError('too-many-records', { limit: String(maxReadings) })
  }
  if (total === 0) throw new ConnectorError('empty')
  return [...series.values()].flatMap(({ meter, direction, runs }) => readSequence(runs, meter, direction))
}

interface Curve {
  readonly meter: string
  readonly direction: Direction
  readonly points: readonly Point[]
}

function readResponse(response: unknown, json: JsonText): Curve {
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
  refuseTotals(type, items, line)
  const words = body['quality'] ?? ''
  const quality = typeof words === 'string' ? qualityOfWords(words) : undefined
  if (quality === undefined) throw new ConnectorError('unsupported', { line, field: 'quality' })
  const direction = directionOfFlow(type['flow_direction'])
  if (direction === undefined) throw new ConnectorError('unsupported', { line, field: 'flow_direction' })
  const points = items.map((item, index) => readPoint(item, index, quality, json))
  return { meter, direction, points }
}

function refuseTotals(type: JsonObject, items: readonly unknown[], line: number | undefined): void {
  const [first] = items
  const day = isJsonObject(first) ? first['date'] : undefined
  if (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new ConnectorError('daily-totals', { line })
  if (type['unit'] !== 'W') throw new ConnectorError('unsupported', { line, field: 'unit' })
  for (const [field, expected] of [
    ['aggregate', 'average'],
    ['measurement_kind', 'power'],
  ] as const) {
    if ((type[field] ?? expected) !== expected) throw new ConnectorError('unsupported', { line, field })
  }
}

function readPoint(item: unknown, index: number, otherwise: Quality, json: JsonText): Point {
  const line = typeof item === 'object' && item !== null ? json.lineOf.get(item) : undefined
  const where = (): Where => ({ line, record: index + 1 })
  const bad = (field: string): never => {
    throw new ConnectorError('bad-field', { ...where(), field })
  }
  if (!isJsonObject(item)) return bad('interval_reading')
  const { date, value, interval_length: length, measure_type: nature } = item
  const text = (given: unknown, field: string): string =>
    typeof given === 'string' || typeof given === 'number' ? String(given) : bad(field)
  const end = (typeof date === 'string' ? readStamp(date) : undefined) ?? bad('date')
  const minutes =
    length === undefined ? undefined : (readLength(text(length, 'interval_length')) ?? bad('interval_length'))
  const quality =
    nature === undefined ? otherwise : (qualityOfNature(text(nature, 'measure_type')) ?? bad('measure_type'))
  const none = value === null || value === ''
  const milli = none ? null : (readMilli(text(value, 'value'), 1) ?? bad('value'))
  return { end, minutes, milli, energy: false, quality, where }
}

function readLength(text: string): number | undefined {
  const [, minutes, hours] = /^PT(?:(\d{1,2})M|(1)H)$/.exec(text) ?? []
  const length = hours === undefined ? Number(minutes) : 60
  return knownSteps.includes(length) ? length : undefined
}
