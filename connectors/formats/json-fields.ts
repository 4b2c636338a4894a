import { ConnectorError } from '../errors.ts'
import { readCents } from '../money/amount.ts'
import { isJsonObject, type JsonObject, type JsonText } from './json.ts'

/** An object of a JSON text, read field by field: what is `null`, or an empty text, is absent. Refusals name the line. */
export interface JsonFields {
  readonly line: number | undefined
  has(field: string): boolean
  /** A text or a number. @throws ConnectorError `bad-field`, `too-long`. */
  text(field: string, maxLength?: number): string | undefined
  /** @throws ConnectorError as `text`, and `missing-field`. */
  needed(field: string, maxLength?: number): string
  /** @throws ConnectorError as `text`, and `bad-field` when `read` gives nothing. */
  read<T>(field: string, read: (text: string) => T | undefined): T | undefined
  /** @throws ConnectorError as `read`, and `missing-field`. */
  neededAs<T>(field: string, read: (text: string) => T | undefined): T
  /** An amount as integer cents. @throws ConnectorError as `read`. */
  cents(field: string): number | undefined
  flag(field: string): boolean | undefined
  object(field: string): JsonFields | undefined
  /** The objects of a list; empty when it is absent. @throws ConnectorError `bad-field`. */
  list(field: string): JsonFields[]
}

/** @throws ConnectorError `bad-field` when the value is no object. */
export function fieldsOf(value: unknown, { lineOf }: JsonText, name: string, within?: number): JsonFields {
  if (!isJsonObject(value)) throw new ConnectorError('bad-field', { line: within, field: name })
  return new Fields(value, lineOf)
}

/** One of a class: a file has hundreds of thousands, and functions of its own would be most of what each holds. */
class Fields implements JsonFields {
  readonly line: number | undefined
  readonly #object: JsonObject
  readonly #lineOf: JsonText['lineOf']

  constructor(object: JsonObject, lineOf: JsonText['lineOf']) {
    this.#object = object
    this.#lineOf = lineOf
    this.line = lineOf.get(object)
  }

  has(field: string): boolean {
    return (this.#object[field] ?? null) !== null
  }

  text(field: string, maxLength = 300): string | undefined {
    const value = this.#object[field] ?? ''
    if (typeof value !== 'string' && typeof value !== 'number') return this.#bad(field)
    const trimmed = String(value).trim()
    if (trimmed.length > maxLength)
      throw new ConnectorError('too-long', { line: this.line, field, limit: String(maxLength) })
    return trimmed === '' ? undefined : trimmed
  }

  needed(field: string, maxLength?: number): string {
    return this.text(field, maxLength) ?? this.#missing(field)
  }

  read<T>(field: string, as: (text: string) => T | undefined): T | undefined {
    const told = this.text(field)
    return told === undefined ? undefined : (as(told) ?? this.#bad(field))
  }

  neededAs<T>(field: string, as: (text: string) => T | undefined): T {
    return this.read(field, as) ?? this.#missing(field)
  }

  cents(field: string): number | undefined {
    return this.read(field, readCents)
  }

  flag(field: string): boolean | undefined {
    const value = this.#object[field] ?? undefined
    return value === undefined || typeof value === 'boolean' ? value : this.#bad(field)
  }

  object(field: string): JsonFields | undefined {
    const value = this.#object[field] ?? null
    return value === null ? undefined : this.#within(value, field)
  }

  list(field: string): JsonFields[] {
    const value = this.#object[field] ?? []
    return Array.isArray(value) ? value.map((item) => this.#within(item, field)) : this.#bad(field)
  }

  #within(value: unknown, field: string): JsonFields {
    return isJsonObject(value) ? new Fields(value, this.#lineOf) : this.#bad(field)
  }

  #bad(field: string): never {
    throw new ConnectorError('bad-field', { line: this.line, field })
  }

  #missing(field: string): never {
    throw new ConnectorError('missing-field', { line: this.line, field })
  }
}
