import { ConnectorError } from '../errors.ts'
import { decode, headText } from '../formats/decode.ts'
import { plainWords } from '../formats/plain-words.ts'
import { eachOnce } from '../meters/once.ts'
import type { Period } from '../meters/period.ts'
import { readWaterCsv } from './csv.ts'
import { periodOf } from './day-row.ts'
import { refuseMistakenUnit, withoutUnpublished } from './index-check.ts'
import { readWaterJson } from './json.ts'

/** `water-json`, `water-csv`, or nothing of ours. Looks at the first 4 KiB only. */
export function sniffWater(bytes: Uint8Array): 'water-json' | 'water-csv' | undefined {
  const head = headText(bytes)
  if (head.startsWith('{')) {
    return /"postes"/.test(head) && /"(annee|mois|jour)"/.test(head) ? 'water-json' : undefined
  }
  const isCsv = head
    .split(/\r\n|\n|\r/, 40)
    .some((line) => /^"?date de rel.{1,3}v.{1,3};.*consommation du jour/.test(plainWords(line)))
  return isCsv ? 'water-csv' : undefined
}

/**
 * Reads a meter's days in order of time, each once.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseWater(bytes: Uint8Array): Period[] {
  const text = decode(bytes)
  const layout = sniffWater(bytes)
  if (layout === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const rows = layout === 'water-json' ? readWaterJson(text) : readWaterCsv(text)
  if (rows.length === 0) throw new ConnectorError('empty')
  const days = eachOnce(rows.map(periodOf))
  refuseMistakenUnit(days)
  return withoutUnpublished(days)
}
