import { ConnectorError } from '../errors.ts'
import type { CsvTable } from '../formats/csv.ts'
import { readCents } from '../money/amount.ts'
import { readCurrency } from '../money/currency.ts'
import { readLocalDay } from '../time/instant.ts'
import { itemRanks, type ReceiptRow } from './rows.ts'
import { readQuantity, rowsOf, type TableRow } from './table.ts'

const columns = [
  'website',
  'order id',
  'order date',
  'currency',
  'total owed',
  'asin',
  'quantity',
  'order status',
  'product name',
]

/** Whether the plain words of a header are those of `Retail.OrderHistory`. */
export function isAmazonHeader(names: readonly string[]): boolean {
  return columns.every((column) => names.includes(column))
}

/** An order that is not closed may still change or vanish. */
const states: Readonly<Record<string, ReceiptRow['state']>> = {
  closed: 'bought',
  cancelled: 'cancelled',
  authorized: 'pending',
  new: 'pending',
  pending: 'pending',
}

/**
 * The lines of an Amazon order history, an item each. Addresses, payment, gifts and tracking are not read.
 *
 * @throws ConnectorError with the line.
 */
export function readAmazon(table: CsvTable): ReceiptRow[] {
  const ranks = itemRanks()
  const orders = new Map<string, string>()
  return rowsOf(table, 'Not Available').map((row) => {
    const read = readLine(row)
    const { key, day, currency, sellerName } = read.receipt
    const said = `${day}/${currency}/${sellerName}`
    if ((orders.get(key) ?? said) !== said) throw new ConnectorError('contradiction', { line: row.line })
    orders.set(key, said)
    return { ...read, item: ranks(key, read.item) }
  })
}

function readLine(row: TableRow): ReceiptRow {
  const order = row.needed('order id', 60)
  const asin = row.needed('asin', 20)
  const status = row.needed('order status').toLowerCase()
  const state = Object.hasOwn(states, status) ? states[status] : undefined
  if (state === undefined) throw new ConnectorError('unsupported', { line: row.line, field: 'order status' })
  const amount = row.read('total owed', readAmount)
  const quantity = row.read('quantity', readQuantity)
  return {
    receipt: {
      key: order,
      orderNumber: order,
      day: row.neededAs('order date', readLocalDay),
      sellerName: row.needed('website', 100),
      currency: row.neededAs('currency', readCurrency),
    },
    item: asin,
    name: row.needed('product name', 1000),
    sku: asin,
    ...(quantity === undefined ? {} : { quantity }),
    ...(amount === undefined ? {} : { amountCents: amount }),
    state: state === 'bought' && amount !== undefined && amount < 0 ? 'returned' : state,
    line: row.line,
  }
}

/** `12.30`, `1,234.50`, and `'-10.68'`, which is quoted so that a spreadsheet takes it for text. */
function readAmount(text: string): number | undefined {
  const bare = /^'(.*)'$/.exec(text)?.[1] ?? text
  const plain = /^-?\d{1,3}(?:,\d{3})+\.\d{2}$/.test(bare) ? bare.replaceAll(',', '') : bare
  return plain.includes(',') ? undefined : readCents(plain)
}
