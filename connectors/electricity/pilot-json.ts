import { ConnectorError, type Where } from '../errors.ts'
import { isJsonObject, type JsonObject, type JsonText, readJson } from '../formats/json.ts'
import { addDays, daysBetween, isDay } from '../meters/day.ts'
import type { Period } from '../meters/period.ts'
import { thousandths } from '../meters/thousandths.ts'
import { dayBounds } from '../time/paris-time.ts'
import { directionOfFlow } from './direction.ts'
import { energyPeriod } from './energy-period.ts'
import { readMilli } from './power.ts'
import { qualityOfWords } from './quality.ts'
import type { Direction, Quality } from './reading.ts'
import type { ElectricityRow } from './row.ts'
import { type Point, readSequence } from './sequence.ts'
import { SeriesRuns } from './series-runs.ts'
import { knownSteps } from './steps.ts'

/**
 * Reads the JSON that Enedis gave the pilot of 2017: each value has only its ordinal since midnight of the first day. The
 * second ordinal of a half-hour curve is 00:30 to 01:00 whatever the clock does: a day of 25 hours has fifty.
 *
 * @throws ConnectorError with the line, and the value's ordinal.
 */
export function readPilotJson(text: string): ElectricityRow[] {
  const json = readJson(text)
  const contracts = Array.isArray(json.value) ? json.value : [json.value]
  const curves = new SeriesRuns()
  const periods: Period[] = []
  for (const contract of contracts) {
    for (const block of blocksOf(contract, json)) {
      if (block.minutes === undefined) for (const period of readDays(block, json)) periods.push(period)
      else curves.add(block.meter, block.direction, readPoints(block, block.minutes, json))
    }
  }
  if (curves.total === 0 && periods.length === 0) throw new ConnectorError('empty')
  return [
    ...curves.list().flatMap(({ meter, direction, runs }) => readSequence(runs, meter, direction)),
    ...periods,
  ]
}

interface Block {
  readonly meter: string
  readonly direction: Direction
  readonly quality: Quality
  /** Of a curve's step; `undefined` when each value is a day's energy. */
  readonly minutes: number | undefined
  readonly from: string
  /** Not included. */
  readonly to: string
  readonly items: readonly unknown[]
}

function blocksOf(contract: unknown, { lineOf }: JsonText): Block[] {
  const points = isJsonObject(contract) ? contract['usage_point'] : undefined
  if (!isJsonObject(contract) || !Array.isArray(points))
    throw new ConnectorError('unknown-layout', { line: 1 })
  const line = lineOf.get(contract)
  const stage = contract['business_step'] ?? ''
  const quality = typeof stage === 'string' ? qualityOfWords(stage) : undefined
  if (quality === undefined) throw new ConnectorError('unsupported', { line, field: 'business_step' })
  return points.map((point) => readUsagePoint(point, quality, isJsonObject(point) ? lineOf.get(point) : line))
}

function readUsagePoint(point: unknown, quality: Quality, line: number | undefined): Block {
  const reading = isJsonObject(point) ? point['meter_reading'] : undefined
  const type = isJsonObject(reading) ? reading['reading_type'] : undefined
  const items = isJsonObject(reading) ? reading['interval_block'] : undefined
  if (!isJsonObject(point) || !isJsonObject(type) || !Array.isArray(items)) {
    throw new ConnectorError('missing-field', { line, field: 'meter_reading' })
  }
  const meter = point['usage_point_id']
  // Fourteen digits today; the pilot's numbers were shorter.
  if (typeof meter !== 'string' || !/^\d{8,14}$/.test(meter)) {
    throw new ConnectorError('bad-field', { line, field: 'usage_point_id' })
  }
  const direction = directionOfFlow(type['flow_direction'])
  if (direction === undefined) throw new ConnectorError('unsupported', { line, field: 'flow_direction' })
  const [from, to] = [type['start_measurement_period'], type['end_measurement_period']]
  if (typeof from !== 'string' || typeof to !== 'string' || !isDay(from) || !isDay(to) || from >= to) {
    throw new ConnectorError('bad-field', { line, field: 'start_measurement_period' })
  }
  return { meter, direction, quality, minutes: readStep(type, line), from, to, items }
}

/** A load curve (`CDC`) in W at a step, or the energy of each day (`ENERGIEGLO`) in Wh; the highest power is neither. */
function readStep(type: JsonObject, line: number | undefined): number | undefined {
  const { measurement_kind: kind, time_attribute: attribute, unit } = type
  if (kind === 'ENERGIEGLO' && attribute === 'day' && unit === 'Wh') return undefined
  const [, minutes] = /^(\d{1,2})mn$/.exec(String(attribute)) ?? []
  if (kind !== 'CDC') throw new ConnectorError('unsupported', { line, field: 'measurement_kind' })
  if (unit !== 'W') throw new ConnectorError('unsupported', { line, field: 'unit' })
  if (!knownSteps.includes(Number(minutes)))
    throw new ConnectorError('unsupported', { line, field: 'time_attribute' })
  return Number(minutes)
}

function readPoints({ from, to, quality, items }: Block, minutes: number, json: JsonText): Point[] {
  const start = dayBounds(from).start
  const count = (dayBounds(to).start - start) / (minutes * 60_000)
  return atMost(2 * count, items).map((item, index) => {
    const { ordinal, value, where } = open(item, index, count, json)
    const milli = value === undefined ? null : (readMilli(value, 1) ?? bad(where(), 'value'))
    const end = { local: start + ordinal * minutes * 60_000, offset: 0 }
    return { end, minutes, milli, energy: false, quality, where }
  })
}

function readDays({ meter, direction, quality, from, to, items }: Block, json: JsonText): Period[] {
  return items.map((item, index) => {
    const { ordinal, value, where } = open(item, index, daysBetween(from, to), json)
    const day = addDays(from, ordinal - 1)
    const milliWh = value === undefined ? null : (thousandths(value, 1) ?? bad(where(), 'value'))
    return energyPeriod('daily', [day, day], { meter, direction, milliWh, quality, line: where().line })
  })
}

/** A value of a curve may be said again, and no file says each more than once again: hundreds of thousands of one took all memory. */
function atMost(limit: number, items: readonly unknown[]): readonly unknown[] {
  if (items.length > limit) throw new ConnectorError('too-many-records', { limit: String(limit) })
  return items
}

function open(item: unknown, index: number, count: number, { lineOf }: JsonText) {
  const line = typeof item === 'object' && item !== null ? lineOf.get(item) : undefined
  const where = (): Where => ({ line, record: index + 1 })
  if (!isJsonObject(item)) return bad(where(), 'interval_block')
  const { reading_number: number, value } = item
  const ordinal = /^\d{1,6}$/.test(String(number)) ? Number(number) : bad(where(), 'reading_number')
  // A value after the last day that the file names would be of a day that it does not.
  if (ordinal < 1 || ordinal > count)
    throw new ConnectorError('contradiction', { ...where(), field: 'reading_number' })
  const isNone = value === null || value === undefined || value === ''
  return { ordinal, value: isNone ? undefined : String(value), where }
}

function bad(where: Where, field: string): never {
  throw new ConnectorError('bad-field', { ...where, field })
}
