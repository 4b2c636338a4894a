import { ConnectorError } from '../errors.ts'
import { type CsvTable, readCsv } from '../formats/csv.ts'
import { decode, headText } from '../formats/decode.ts'
import { plainWords } from '../formats/plain-words.ts'
import { isAmazonHeader, readAmazon } from './amazon.ts'
import { isFrenchHeader, isMigrosHeader, readFrenchLoyalty, readMigros } from './loyalty.ts'
import type { ReceiptRow } from './rows.ts'

interface ReceiptLayout {
  readonly id: 'amazon' | 'migros' | 'loyalty-fr'
  isHeader(names: readonly string[]): boolean
  read(table: CsvTable): ReceiptRow[]
}

const layouts: readonly ReceiptLayout[] = [
  { id: 'amazon', isHeader: isAmazonHeader, read: readAmazon },
  { id: 'migros', isHeader: isMigrosHeader, read: readMigros },
  { id: 'loyalty-fr', isHeader: isFrenchHeader, read: readFrenchLoyalty },
]

/** `amazon`, `migros`, `loyalty-fr`, or nothing of ours. Looks at the first 4 KiB only. */
export function sniffReceipts(bytes: Uint8Array): ReceiptLayout['id'] | undefined {
  for (const line of headText(bytes)
    .split(/\r\n|\n|\r/)
    .slice(0, 40)) {
    const names = line.split(/[;,\t]/).map((cell) => plainWords(cell.replace(/^\s*"|"\s*$/g, '')))
    const layout = layouts.find(({ isHeader }) => isHeader(names))
    if (layout !== undefined) return layout.id
  }
  return undefined
}

/**
 * Reads order histories and loyalty accounts, an item a row, in the file's order.
 *
 * @throws ConnectorError with the line.
 */
export function parseReceipts(bytes: Uint8Array): ReceiptRow[] {
  const text = decode(bytes)
  const layout = layouts.find(({ id }) => id === sniffReceipts(bytes))
  if (layout === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const table = readCsv(text, layout.isHeader)
  if (table === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  if (table.rows.length === 0) throw new ConnectorError('empty')
  return layout.read(table)
}
