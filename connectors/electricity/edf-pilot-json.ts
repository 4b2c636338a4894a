import { ConnectorError, type Where } from '../errors.ts'
import { isJsonObject, type JsonObject, readJson } from '../formats/json.ts'
import { addDays, isDay, lastOfMonth } from '../meters/day.ts'
import type { LeftOut } from '../meters/left-out.ts'
import type { Period } from '../meters/period.ts'
import { thousandths } from '../meters/thousandths.ts'
import { energyPeriod } from './energy-period.ts'
import type { Quality } from './reading.ts'
import type { ElectricityRow } from './row.ts'
import { type Point, readSequence } from './sequence.ts'
import { SeriesRuns } from './series-runs.ts'
import { shownStep } from './shown-step.ts'
import { readStamp } from './stamp.ts'

const direction = 'consumption'

/** What each `statementReason` is of; of any other nothing is guessed, and gas is none of ours. */
const kinds: ReadonlyMap<string, 'billed' | 'monthly' | 'yearly' | 'half-hour'> = new Map([
  ['RELEVE_PERIODIQUE', 'billed'],
  ['RELEVE_INTERMEDIAIRE_CALC_FACT', 'billed'],
  ['EdeliaMonthlyElecConsumption', 'monthly'],
  ['EdeliaYearlyElecConsumption', 'yearly'],
  ['LinkyHalfHourElecConsumption', 'half-hour'],
])

const qualities: ReadonlyMap<string, Quality> = new Map([
  ['reel', 'measured'],
  ['mesure', 'measured'],
  ['estime', 'estimated'],
])

/**
 * Reads what EDF gave the pilot of 2017 (`consumptionstatement`): billed periods and months in kWh, half-hours in Wh. It names no
 * unit; a home that used 648 Wh in six months, or 260 kWh in half an hour, is none. Totals of years are passed over, costs and
 * indexes are not read.
 *
 * @throws ConnectorError with the line, and the statement's ordinal.
 */
export function readEdfPilotJson(text: string): ElectricityRow[] {
  const { value, lineOf } = readJson(text)
  const statements = Array.isArray(value) ? value : [value]
  const curves = new SeriesRuns()
  const rows: (Period | LeftOut)[] = []
  const points = new Map<string, Point[]>()
  statements.forEach((item, index) => {
    const line = typeof item === 'object' && item !== null ? lineOf.get(item) : undefined
    const said = readStatement(item, { line, record: index + 1 })
    if (said.kind === 'half-hour') {
      const run = points.get(said.meter) ?? []
      run.push(readHalfHour(said))
      points.set(said.meter, run)
    } else if (said.kind !== 'yearly') rows.push(readPeriod(said, said.kind))
  })
  for (const [meter, run] of points) curves.add(meter, direction, run)
  return [
    ...curves.list().flatMap(({ meter, runs }) => readSequence(runs, meter, direction, 'start')),
    ...rows,
  ]
}

interface Statement {
  readonly kind: 'billed' | 'monthly' | 'yearly' | 'half-hour'
  /** EDF names the contract, not the meter. */
  readonly meter: string
  readonly quality: Quality
  readonly object: JsonObject
  readonly where: Where
}

function readStatement(item: unknown, where: Where): Statement {
  if (!isJsonObject(item)) throw new ConnectorError('unknown-layout', { line: where.line ?? 1 })
  const { statementReason: reason, statementType: type, contractNumber: meter } = item
  const kind = typeof reason === 'string' ? kinds.get(reason) : undefined
  if (kind === undefined)
    throw new ConnectorError(reason === undefined ? 'missing-field' : 'unsupported', {
      ...where,
      field: 'statementReason',
    })
  if (typeof meter !== 'string' || !/^\d{6,20}$/.test(meter))
    throw new ConnectorError(meter === undefined ? 'missing-field' : 'bad-field', {
      ...where,
      field: 'contractNumber',
    })
  const quality = typeof type === 'string' ? qualities.get(type.toLowerCase()) : undefined
  if (quality === undefined) throw new ConnectorError('unsupported', { ...where, field: 'statementType' })
  return { kind, meter, quality, object: item, where }
}

/** The last day of a bill is its own; a month ends on the first day of the next. */
function readPeriod(
  { meter, quality, object, where }: Statement,
  series: 'billed' | 'monthly',
): Period | LeftOut {
  const { start, end, value } = object
  const from = typeof start === 'string' && isDay(start) ? start : bad(where, 'start')
  const to = typeof end === 'string' && isDay(end) ? end : bad(where, 'end')
  const last = series === 'monthly' ? addDays(to, -1) : to
  if (last < from) throw new ConnectorError('bad-field', { ...where, field: 'end' })
  const line = where.line ?? 1
  const isWhole = from.endsWith('-01') && last === lastOfMonth(from.slice(0, 7))
  // A later file says the whole month.
  if (series === 'monthly' && !isWhole) return { leftOut: 'incomplete', line }
  const milliWh = isNone(value) ? null : (thousandths(value, 1000) ?? bad(where, 'value'))
  return energyPeriod(series, [from, last], { meter, direction, milliWh, quality, line })
}

function readHalfHour({ quality, object, where }: Statement): Point {
  const { start, end, value } = object
  const from = (typeof start === 'string' ? readStamp(start) : undefined) ?? bad(where, 'start')
  const to = (typeof end === 'string' ? readStamp(end) : undefined) ?? bad(where, 'end')
  if (from.offset !== to.offset || shownStep(from.local, to.local, 30) !== 30) return bad(where, 'end')
  const milli = isNone(value) ? null : (thousandths(value, 1) ?? bad(where, 'value'))
  return { end: from, minutes: 30, milli, energy: true, quality, where: () => where }
}

const isNone = (value: unknown): boolean => value === null || value === undefined || value === ''

function bad(where: Where, field: string): never {
  throw new ConnectorError('bad-field', { ...where, field })
}
