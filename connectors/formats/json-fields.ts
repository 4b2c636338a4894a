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
  return fields(value, lineOf)
}

function fields(object: JsonObject, lineOf: JsonText['lineOf']): JsonFields {
  const line = lineOf.get(object)
  const bad = (field: string): never => {
    throw new ConnectorError('bad-field', { line, field })
  }
  const missing = (field: string): never => {
    throw new ConnectorError('missing-field', { line, field })
  }
  const text = (field: string, maxLength = 300): string | undefined => {
    const value = object[field] ?? ''
    if (typeof value !== 'string' && typeof value !== 'number') return bad(field)
    const trimmed = String(value).trim()
    if (trimmed.length > maxLength)
      throw new ConnectorError('too-long', { line, field, limit: String(maxLength) })
    return trimmed === '' ? undefined : trimmed
  }
  const read = <T>(field: string, as: (text: string) => T | undefined): T | undefined => {
    const told = text(field)
    return told === undefined ? undefined : (as(told) ?? bad(field))
  }
  const within = (value: unknown, field: string): JsonFields =>
    isJsonObject(value) ? fields(value, lineOf) : bad(field)
  return {
    line,
    has: (field) => (object[field] ?? null) !== null,
    text,
    needed: (field, maxLength) => text(field, maxLength) ?? missing(field),
    read,
    neededAs: (field, as) => read(field, as) ?? missing(field),
    cents: (field) => read(field, readCents),
    flag(field) {
      const value = object[field] ?? undefined
      return value === undefined || typeof value === 'boolean' ? value : bad(field)
    },
    object: (field) => ((object[field] ?? null) === null ? undefined : within(object[field], field)),
    list(field) {
      const value = object[field] ?? []
      return Array.isArray(value) ? value.map((item) => within(item, field)) : bad(field)
    },
  }
}
