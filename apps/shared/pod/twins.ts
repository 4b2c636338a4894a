import type { BankOperation } from '#vocab/generated/bank'
import type { PodRecord } from './records.ts'

/**
 * Marks what a bank said under two keys. Where it uses one reference for two operations, a file that holds both gives
 * them longer keys, `<reference>/…`; an earlier or later file that holds one of them gives it the reference alone.
 */
export function markTwins(records: readonly PodRecord[]): PodRecord[] {
  const longer = new Set<string>()
  for (const record of records) {
    if (record.kind === 'operation' && !record.superseded && isLonger(record.value)) {
      longer.add(content(record.value))
    }
  }
  if (longer.size === 0) return [...records]
  return records.map((record) =>
    record.kind === 'operation' && !isLonger(record.value) && longer.has(content(record.value))
      ? { ...record, superseded: true }
      : record,
  )
}

const isLonger = ({ recordKey, bankReference }: BankOperation): boolean =>
  bankReference !== undefined && recordKey.startsWith(`${bankReference}/`)

function content({ recordKey: _, ...said }: BankOperation): string {
  return JSON.stringify(Object.entries(said).sort(([one], [other]) => (one < other ? -1 : 1)))
}
