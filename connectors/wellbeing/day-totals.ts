import { ConnectorError } from '../errors.ts'
import { addsUp, categoryOf, quantityOf, workoutOf } from './measures.ts'
import { OwnTexts } from './own-texts.ts'
import type { MeasureRow, WellbeingRow } from './rows.ts'
import { SaidBefore } from './said-before.ts'
import { stampDay, stampInstant } from './stamp.ts'

type Attributes = Readonly<Record<string, string>>
type Total = { -readonly [key in keyof MeasureRow]: MeasureRow[key] }

const maxTotals = 200_000
const number = /^-?\d{1,15}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,3})?$/

/** Entries of an export, one by one, into one total a day, type, source and unit. */
export class DayTotals {
  readonly #totals = new Map<string, Total>()
  readonly #before = new SaidBefore()
  readonly #own = new OwnTexts()
  #leftOut = 0
  #seen = 0

  /**
   * `metadata` is what the entry says beside its attributes: a food's name.
   *
   * @throws ConnectorError `missing-field`, `bad-field`, `too-long`, `too-many-records`.
   */
  record(attributes: Attributes, line: number, metadata = ''): void {
    this.#seen += 1
    const type = text(attributes, 'type', line)
    const { value, startDate = '', endDate = '', sourceName = '', unit = '', creationDate = '' } = attributes
    const quantity = quantityOf(type)
    // Nobody walks twice in one span of time; of what is noted down at a moment, there may be two alike.
    const mayHaveTwins = quantity !== undefined && addsUp(quantity) && startDate === endDate
    const own = mayHaveTwins ? `${creationDate}|${metadata}` : ''
    const said = `${type}|${sourceName}|${unit}|${startDate}|${endDate}|${value}|${own}`
    if (this.#before.has(said, line)) return
    if (quantity !== undefined && value !== undefined) {
      if (!number.test(value)) throw new ConnectorError('bad-field', { line, field: 'value' })
      this.#add(
        quantity,
        addsUp(quantity),
        Number(value),
        text(attributes, 'unit', line, 32),
        attributes,
        line,
      )
      return
    }
    const category = categoryOf(type, value)
    if (category === undefined) this.#leftOut += 1
    else this.#add(category, true, minutes(attributes, line), 'min', attributes, line)
  }

  /** @throws ConnectorError as `record`. */
  workout(attributes: Attributes, line: number): void {
    this.#seen += 1
    const measure = workoutOf(text(attributes, 'workoutActivityType', line))
    const { duration, startDate = '', endDate = '', sourceName = '' } = attributes
    if (measure === undefined || duration === undefined) {
      this.#leftOut += 1
      return
    }
    if (!number.test(duration)) throw new ConnectorError('bad-field', { line, field: 'duration' })
    if (this.#before.has(`${measure}|${sourceName}|${startDate}|${endDate}|${duration}`, line)) return
    this.#add(measure, true, Number(duration), text(attributes, 'durationUnit', line, 32), attributes, line)
  }

  /** @throws ConnectorError `empty`. */
  rows(): WellbeingRow[] {
    if (this.#seen === 0) throw new ConnectorError('empty')
    const rows: WellbeingRow[] = [...this.#totals.values()]
    if (this.#leftOut > 0) rows.push({ type: 'left-out', count: this.#leftOut })
    return rows
  }

  #add(
    measure: string,
    additive: boolean,
    value: number,
    unit: string,
    attributes: Attributes,
    line: number,
  ): void {
    const start = text(attributes, 'startDate', line)
    const source = text(attributes, 'sourceName', line)
    const day = stampDay(start)
    if (day === undefined) throw new ConnectorError('bad-field', { line, field: 'startDate' })
    const key = `${day}/${measure}/${unit}/${source}`
    const total = this.#totals.get(key)
    if (total !== undefined) {
      total.samples += 1
      total.sum += value
      if (value < total.min) total.min = value
      if (value > total.max) total.max = value
      return
    }
    if (this.#totals.size >= maxTotals) {
      throw new ConnectorError('too-many-records', { limit: String(maxTotals) })
    }
    this.#totals.set(key, {
      type: 'measure',
      day: this.#own.of(day),
      measure: this.#own.of(measure),
      source: this.#own.of(source),
      unit: this.#own.of(unit),
      samples: 1,
      additive,
      sum: value,
      min: value,
      max: value,
      line,
    })
  }
}

function text(attributes: Attributes, field: string, line: number, maxLength = 200): string {
  const told = attributes[field]?.trim() ?? ''
  if (told === '') throw new ConnectorError('missing-field', { line, field })
  if (told.length > maxLength) throw new ConnectorError('too-long', { line, field, limit: String(maxLength) })
  return told
}

function minutes(attributes: Attributes, line: number): number {
  const read = (field: string): number => {
    const instant = stampInstant(text(attributes, field, line))
    if (instant === undefined) throw new ConnectorError('bad-field', { line, field })
    return instant
  }
  const length = (read('endDate') - read('startDate')) / 60_000
  if (length < 0) throw new ConnectorError('bad-field', { line, field: 'endDate' })
  return length
}
