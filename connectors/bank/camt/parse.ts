import { ConnectorError } from '../../errors.ts'
import { all, first, readXml, textAt, type XmlElement } from '../../formats/xml.ts'
import { readCurrency } from '../../money/currency.ts'
import { accountKey, accountOfText } from '../account-id.ts'
import { type Draft, withKeys } from '../record-keys.ts'
import type { AccountId, AccountRow, BankRow } from '../rows.ts'
import { ClosingBalances } from './balances.ts'
import { exactlyOne } from './element.ts'
import { readEntry } from './entry.ts'
import { camtLayouts, messages } from './layout.ts'

const versions = /^urn:iso:std:iso:20022:tech:xsd:camt\.(05[234])\.001\.0[2468]$/

/**
 * Reads the accounts, closing balances and booked entries of a camt.052, .053 or .054, of schema version 2, 4, 6 or 8, or
 * without a namespace.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseCamt(text: string): BankRow[] {
  const document = readXml(text)
  const layout = camtLayouts.find((it) => first(document, messages[it].message) !== undefined)
  if (document.name !== 'Document' || layout === undefined)
    throw new ConnectorError('unknown-layout', { line: 1 })
  const [, kind] = versions.exec(document.namespace) ?? []
  if (document.namespace !== '' && kind !== layout.slice(-3)) {
    throw new ConnectorError('unsupported', { line: document.line, field: 'xmlns' })
  }
  const rows: BankRow[] = []
  const accounts = new Set<string>()
  const balances = new ClosingBalances()
  const drafts: Draft[] = []
  let pending = 0
  for (const statement of all(exactlyOne(document, messages[layout].message), messages[layout].statement)) {
    const named = exactlyOne(statement, 'Acct')
    const account = readAccount(named)
    if (!accounts.has(accountKey(account))) rows.push(accountRow(named, account, statement))
    accounts.add(accountKey(account))
    balances.read(statement, account)
    for (const entry of all(statement, 'Ntry')) {
      const operations = readEntry(entry, account)
      if (operations.length === 0) pending += 1
      for (const operation of operations) drafts.push(operation)
    }
  }
  if (rows.length === 0) throw new ConnectorError('empty')
  rows.push(
    ...balances.rows(),
    ...(pending === 0 ? [] : [{ type: 'pending', count: pending, line: 1 } as const]),
  )
  for (const row of withKeys(drafts, 'camt')) rows.push(row)
  return rows
}

function readAccount(named: XmlElement): AccountId {
  const text = textAt(named, 'Id/IBAN', 34) ?? textAt(named, 'Id/Othr/Id', 64)
  if (text === undefined) throw new ConnectorError('missing-field', { line: named.line, field: 'Acct/Id' })
  return accountOfText(text)
}

const kinds: Readonly<Record<string, NonNullable<AccountRow['kind']>>> = {
  CACC: 'checking',
  SVGS: 'savings',
  CARD: 'card',
}

/** An account that does not say its currency has that of its balances, else of its entries, which are in it (ISO 20022). */
function accountRow(named: XmlElement, account: AccountId, statement: XmlElement): AccountRow {
  const amount = first(statement, 'Bal/Amt') ?? first(statement, 'Ntry/Amt')
  const currency = readCurrency(textAt(named, 'Ccy') ?? amount?.attributes.get('Ccy') ?? '')
  if (currency === undefined) throw new ConnectorError('missing-field', { line: named.line, field: 'Ccy' })
  const kind = kinds[textAt(named, 'Tp/Cd') ?? '']
  return { type: 'account', account, ...(kind === undefined ? {} : { kind }), currency, line: named.line }
}
