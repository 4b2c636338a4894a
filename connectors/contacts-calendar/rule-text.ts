import { ConnectorError } from '../errors.ts'
import type { ContentLine } from '../formats/content-lines.ts'

const maxLength = 500

/** An RRULE as it may be read: lists in it are walked for each day. @throws ConnectorError `too-long`. */
export function ruleText({ value, line }: ContentLine): string {
  if (value.length > maxLength)
    throw new ConnectorError('too-long', { line, field: 'RRULE', limit: String(maxLength) })
  return value.trim().toUpperCase().replace(/;$/, '')
}
