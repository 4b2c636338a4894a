import { ConnectorError } from '../errors.ts'
import type { JsonText } from '../formats/json.ts'
import { fieldsOf, type JsonFields } from '../formats/json-fields.ts'
import { readInstant } from '../time/instant.ts'
import type { UseRow } from './rows.ts'

/** What `length` counts, as `chipType` says: the operator's own letters, and a word for data. */
const units: Readonly<Record<string, UseRow['unit']>> = { s: 'seconds', M: 'messages', octets: 'bytes' }

const maxCount = 99_999_999_999

/**
 * The communications of a line. One said twice under one `_id` is one; without an `_id`, two alike are two.
 *
 * @throws ConnectorError with the line.
 */
export function readCalls(items: readonly unknown[], json: JsonText): UseRow[] {
  const known = new Map<string, string>()
  const ranks = new Map<string, number>()
  return items.flatMap((item) => {
    const fields = fieldsOf(item, json, '[]', 1)
    const call = readCall(fields)
    const said = `${call.phone}/${call.instant}/${call.unit}/${call.count}`
    const id = fields.text('_id', 64)
    if (id !== undefined) {
      const before = known.get(id)
      known.set(id, said)
      if (before === said) return []
      if (before !== undefined) throw new ConnectorError('contradiction', { line: fields.line, field: '_id' })
      return [{ ...call, recordKey: `id/${id}` }]
    }
    const rank = (ranks.get(said) ?? 0) + 1
    ranks.set(said, rank)
    return [{ ...call, recordKey: `${said}/${rank}` }]
  })
}

function readCall(fields: JsonFields): Omit<UseRow, 'recordKey'> {
  const chip = fields.needed('chipType', 20)
  const unit = Object.hasOwn(units, chip) ? units[chip] : undefined
  if (unit === undefined) throw new ConnectorError('unsupported', { line: fields.line, field: 'chipType' })
  return {
    type: 'use',
    phone: fields.neededAs('msisdn', (text) =>
      /^\+?\d{6,15}$/.test(text) ? text.replace('+', '') : undefined,
    ),
    instant: fields.neededAs('timestamp', readInstant),
    unit,
    count: fields.neededAs('length', readCount),
    line: fields.line,
  }
}

function readCount(text: string): number | undefined {
  return /^\d{1,11}$/.test(text) && Number(text) <= maxCount ? Number(text) : undefined
}
