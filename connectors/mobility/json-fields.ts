import { ConnectorError } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../formats/json.ts'
import { oneLine } from '../formats/one-line.ts'
import { readStamp, type Stamp } from './stamp.ts'

type Line = number | undefined
const maxLength = 300

/** A text, a number as text, or nothing; blanks within are one space. @throws ConnectorError `bad-field`, `too-long`. */
export function textIn(object: JsonObject, field: string, line: Line): string | undefined {
  const value = object[field] ?? ''
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new ConnectorError('bad-field', { line, field })
  const text = oneLine(String(value), maxLength)
  if (text.length > maxLength) throw new ConnectorError('too-long', { line, field, limit: String(maxLength) })
  return text === '' ? undefined : text
}

/** The object under a name; an empty one where there is none. @throws ConnectorError `bad-field`. */
export function objectIn(object: JsonObject, field: string, line: Line): JsonObject {
  const value = object[field] ?? {}
  if (!isJsonObject(value)) throw new ConnectorError('bad-field', { line, field })
  return value
}

/** A stamp, told as a text or as `{ "@value": … }`. @throws ConnectorError `bad-field`. */
export function stampIn(object: JsonObject, field: string, line: Line): Stamp | undefined {
  const told = object[field]
  const text = isJsonObject(told) ? textIn(told, '@value', line) : textIn(object, field, line)
  if (text === undefined) return undefined
  const stamp = readStamp(text)
  if (stamp === undefined) throw new ConnectorError('bad-field', { line, field })
  return stamp
}

/** @throws ConnectorError `missing-field`, `bad-field`. */
export function neededStampIn(object: JsonObject, field: string, line: Line): Stamp {
  const stamp = stampIn(object, field, line)
  if (stamp === undefined) throw new ConnectorError('missing-field', { line, field })
  return stamp
}
