import { ConnectorError } from '../errors.ts'
import { decode, headText } from '../formats/decode.ts'
import { findHeader } from './csv-head.ts'
import { readCurveCsv } from './curve-csv.ts'
import { readDataConnect } from './dataconnect.ts'
import type { Reading } from './reading.ts'

/** `dataconnect` (JSON), `curve-csv`, or nothing of ours. Looks at the first 4 KiB only. */
export function sniffCurve(bytes: Uint8Array): 'dataconnect' | 'curve-csv' | undefined {
  const head = headText(bytes)
  if (/^[[{]/.test(head)) {
    return /"(meter_reading|usage_point_id|interval_reading)"/.test(head) ? 'dataconnect' : undefined
  }
  return findHeader(head.split(/\r\n|\n|\r/)) === undefined ? undefined : 'curve-csv'
}

/**
 * Reads a load curve into one reading a step, in order of time.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseCurve(bytes: Uint8Array): Reading[] {
  const text = decode(bytes)
  const layout = sniffCurve(bytes)
  if (layout === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  return layout === 'dataconnect' ? readDataConnect(text) : readCurveCsv(text)
}
