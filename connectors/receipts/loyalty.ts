import { ConnectorError } from '../errors.ts'
import type { CsvTable } from '../formats/csv.ts'
import { plainWords } from '../formats/plain-words.ts'
import { readCents } from '../money/amount.ts'
import { euroColumn, readEuros } from '../money/euros.ts'
import { readIsoDay, readWrittenDay } from '../time/written-day.ts'
import { readCode } from './gtin.ts'
import { itemRanks, type ReceiptRow } from './rows.ts'
import { readQuantity, rowsOf, type TableRow } from './table.ts'

/** Whether the plain words of a header are those of a French loyalty account. Accents may be wrong, so those names are not looked at. */
export function isFrenchHeader(names: readonly string[]): boolean {
  const told = ['date', 'heure', 'magasin', 'caisse', 'ticket'].every((name) => names.includes(name))
  return told && names.some((name) => name.startsWith('montant'))
}

export function isMigrosHeader(names: readonly string[]): boolean {
  const columns = [
    'datum',
    'zeit',
    'filiale',
    'kassennummer',
    'transaktionsnummer',
    'artikel',
    'menge',
    'umsatz',
  ]
  return columns.every((name) => names.includes(name))
}

interface Till {
  readonly seller: string
  readonly currency: string
  /** The names of the columns. */
  readonly day: string
  readonly time: string
  readonly store: string
  readonly till: string
  readonly ticket: string
  readonly name: string
  readonly code?: string
  readonly quantity: string
  readonly amount: string
  readDay(text: string): string | undefined
  readAmount(text: string): number | undefined
}

/** Migros (Switzerland): the format names no currency, and is Swiss. @throws ConnectorError with the line. */
export function readMigros(table: CsvTable): ReceiptRow[] {
  return readTill(table, {
    seller: 'Migros',
    currency: 'CHF',
    day: 'datum',
    time: 'zeit',
    store: 'filiale',
    till: 'kassennummer',
    ticket: 'transaktionsnummer',
    name: 'artikel',
    quantity: 'menge',
    amount: 'umsatz',
    readDay: (text) => readIsoDay(text.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1')),
    readAmount: readCents,
  })
}

/** A French loyalty account: a preamble that names the retailer, and amounts whose column names the euro. @throws ConnectorError with the line. */
export function readFrenchLoyalty(table: CsvTable): ReceiptRow[] {
  const { names, preamble, headerLine } = table
  const seller = preamble.find(({ cells }) => plainWords(cells[0] ?? '') === 'enseigne')?.cells[1] ?? ''
  if (seller === '' || seller.length > 100) {
    throw new ConnectorError('missing-field', { line: headerLine, field: 'Enseigne' })
  }
  const amounts = names.filter((name) => /^montant(?: ttc)?$/.test(euroColumn(name).name))
  const [amount, second] = amounts
  if (amount === undefined || second !== undefined)
    throw new ConnectorError('unsupported', { line: headerLine, field: 'Montant' })
  return readTill(table, {
    seller,
    currency: 'EUR',
    day: 'date',
    time: 'heure',
    store: 'magasin',
    till: 'caisse',
    ticket: 'ticket',
    name: 'libelle',
    code: names.find((name) => /^(?:ean|gtin|code-barres|code article)$/.test(name)) ?? 'ean',
    quantity: 'quantite',
    amount,
    readDay: readWrittenDay,
    readAmount: (text) => readEuros(text, euroColumn(amount).euros),
  })
}

function readTill(table: CsvTable, till: Till): ReceiptRow[] {
  const ranks = itemRanks()
  return rowsOf(table).map((row) => {
    const read = readLine(row, till)
    return { ...read, item: ranks(read.receipt.key, read.item) }
  })
}

function readLine(row: TableRow, till: Till): ReceiptRow {
  const day = row.neededAs(till.day, till.readDay)
  const time = row.neededAs(till.time, (text) =>
    /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text) ? text : undefined,
  )
  const store = row.needed(till.store, 60)
  const ticket = row.needed(till.ticket, 40)
  const name = row.needed(till.name, 1000)
  const code = till.code === undefined ? undefined : row.text(till.code, 40)
  const amountCents = row.neededAs(till.amount, till.readAmount)
  const quantity = row.read(till.quantity, readQuantity)
  return {
    receipt: {
      key: `${day}/${time}/${store}/${row.needed(till.till, 20)}/${ticket}`,
      orderNumber: ticket,
      day,
      sellerName: till.seller,
      storeName: store,
      currency: till.currency,
    },
    item: code ?? [...name].slice(0, 60).join(''),
    name,
    ...(code === undefined ? {} : readCode(code)),
    ...(quantity === undefined ? {} : { quantity }),
    amountCents,
    state: amountCents < 0 ? 'returned' : 'bought',
    line: row.line,
  }
}
