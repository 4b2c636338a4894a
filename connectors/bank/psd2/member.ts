import { ConnectorError } from '../../errors.ts'
import { isJsonObject, type JsonObject, type JsonText } from '../../formats/json.ts'
import { readCents } from '../../money/amount.ts'
import { readCurrency } from '../../money/currency.ts'
import { isDay } from '../calendar-day.ts'

/** Reads the members of a document's objects, and says where one of them is wrong. */
export class Members {
  readonly #lineOf: WeakMap<object, number>

  constructor({ lineOf }: JsonText) {
    this.#lineOf = lineOf
  }

  line(object: JsonObject): number {
    return this.#lineOf.get(object) ?? 1
  }

  fail(code: 'missing-field' | 'bad-field' | 'too-long', object: JsonObject, field: string): never {
    throw new ConnectorError(code, { line: this.line(object), field })
  }

  /** `undefined` where it is absent, null or empty. */
  text(object: JsonObject, field: string, limit = 300): string | undefined {
    const value = object[field]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value !== 'string') return this.fail('bad-field', object, field)
    if (value.length > limit) this.fail('too-long', object, field)
    return value.replace(/\s+/g, ' ').trim() || undefined
  }

  read<T>(object: JsonObject, field: string, read: (text: string) => T | undefined): T | undefined {
    const text = this.text(object, field)
    return text === undefined ? undefined : (read(text) ?? this.fail('bad-field', object, field))
  }

  /** `undefined` where it is absent or null. */
  object(object: JsonObject, field: string): JsonObject | undefined {
    const value = object[field] ?? undefined
    return value === undefined || isJsonObject(value) ? value : this.fail('bad-field', object, field)
  }

  objects(object: JsonObject, field: string): JsonObject[] {
    const value = object[field] ?? []
    if (!Array.isArray(value) || !value.every(isJsonObject)) return this.fail('bad-field', object, field)
    return value
  }

  /** `{"amount": "-13.50", "currency": "EUR"}`: a text, since a JSON number may have been rounded. */
  money(object: JsonObject, field: string): { cents: number; currency: string } {
    const money = this.object(object, field) ?? this.fail('missing-field', object, field)
    return {
      cents: this.read(money, 'amount', readPointCents) ?? this.fail('missing-field', money, 'amount'),
      currency: this.read(money, 'currency', readCurrency) ?? this.fail('missing-field', money, 'currency'),
    }
  }
}

/** The decimal mark is a point (NextGenPSD2, "Amount"). */
function readPointCents(text: string): number | undefined {
  return text.includes(',') ? undefined : readCents(text)
}

/** A day, of which an instant's own digits are enough. */
export function readDayOf(text: string): string | undefined {
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]{5,18}(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text) ?? []
  return day !== undefined && isDay(day) ? day : undefined
}
