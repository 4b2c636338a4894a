import { ConnectorError } from '../errors.ts'
import { decode, headText } from '../formats/decode.ts'
import { readJson } from '../formats/json.ts'
import { readBills } from './bills.ts'
import { readCalls } from './calls.ts'
import type { TelecomRow } from './rows.ts'

const maxRecords = 200_000

/** `calls` or `bills` (JSON), or nothing of ours. Looks at the first 4 KiB only. */
export function sniffTelecom(bytes: Uint8Array): 'calls' | 'bills' | undefined {
  const head = headText(bytes)
  if (!/^\[\s*\{/.test(head)) return undefined
  if (/"msisdn"\s*:/.test(head) && /"chipType"\s*:/.test(head)) return 'calls'
  const isBill = /"vendor"\s*:/.test(head) && /"type"\s*:\s*"(?:Mobile|Internet|Fixe|Fibre|Box)/i.test(head)
  return isBill ? 'bills' : undefined
}

/**
 * Reads a list of communications, or of bills, as the operators of the MesInfos pilot gave them.
 *
 * @throws ConnectorError with the line.
 */
export function parseTelecom(bytes: Uint8Array): TelecomRow[] {
  const text = decode(bytes)
  const layout = sniffTelecom(bytes)
  if (layout === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const json = readJson(text)
  if (!Array.isArray(json.value)) throw new ConnectorError('unknown-layout', { line: 1 })
  if (json.value.length > maxRecords)
    throw new ConnectorError('too-many-records', { limit: String(maxRecords) })
  return layout === 'calls' ? readCalls(json.value, json) : readBills(json.value, json)
}
