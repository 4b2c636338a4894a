import { ConnectorError } from '../../errors.ts'
import { readCents } from '../../money/amount.ts'
import { readCurrency } from '../../money/currency.ts'
import { accountKey, accountOfIban } from '../account-id.ts'
import { type Draft, withKeys } from '../record-keys.ts'
import type { AccountId, AccountRow, BalanceRow, BankRow } from '../rows.ts'
import { readDay } from './day.ts'
import { all, only, optional, readAs, required } from './element.ts'
import { readOperation } from './operation.ts'
import { toldName } from './tags.ts'
import type { OfxElement } from './tree.ts'

/** Each kind of statement: its message set, its wrapper, its body, and where the account is named. */
const bank = ['BANKMSGSRSV1', 'STMTTRNRS', 'STMTRS', 'BANKACCTFROM'] as const
const card = ['CREDITCARDMSGSRSV1', 'CCSTMTTRNRS', 'CCSTMTRS', 'CCACCTFROM'] as const
const silent = new Set(['SIGNONMSGSRSV1', 'SIGNUPMSGSRSV1', 'PROFMSGSRSV1', bank[0], card[0]])

interface Collected {
  readonly rows: BankRow[]
  readonly drafts: Draft[]
  /** Cents by account, kind and day. */
  readonly balances: Map<string, number>
  /** The operations of the file that were read. */
  readonly read: Set<OfxElement>
}

/** @throws ConnectorError for what is missing, unreadable, contradictory or of a kind we do not read. */
export function readStatements(ofx: OfxElement): BankRow[] {
  for (const { name, line } of ofx.children) {
    if (!silent.has(name) && /MSGSRSV\d$/.test(name)) {
      throw new ConnectorError('unsupported', { line, field: toldName(name) })
    }
  }
  const collected: Collected = { rows: [], drafts: [], balances: new Map(), read: new Set() }
  const { rows, drafts } = collected
  for (const [messages, wrapper, body, from] of [bank, card]) {
    for (const response of all(ofx, messages).flatMap((set) => all(set, wrapper))) {
      const statement = only(response, body)
      if (statement === undefined) refuseWithoutStatement(response)
      else readStatement(statement, from, collected)
    }
  }
  refuseUnread(ofx, collected.read)
  if (rows.length === 0) throw new ConnectorError('empty')
  for (const row of withKeys(drafts)) rows.push(row)
  return rows
}

/** An operation that stands where none should be is not passed over: the file is refused. */
function refuseUnread(element: OfxElement, read: ReadonlySet<OfxElement>): void {
  if (element.name === 'STMTTRN' && !read.has(element)) {
    throw new ConnectorError('malformed', { line: element.line, field: 'STMTTRN' })
  }
  for (const child of element.children) refuseUnread(child, read)
}

function refuseWithoutStatement(response: OfxElement): void {
  const severity = all(response, 'STATUS').map((status) => optional(status, 'SEVERITY', 16))
  const code = severity.includes('ERROR') ? 'partner-error' : 'unsupported'
  throw new ConnectorError(code, { line: response.line, field: response.name })
}

function readStatement(statement: OfxElement, from: string, collected: Collected): void {
  const named = only(statement, from)
  if (named === undefined) throw new ConnectorError('missing-field', { line: statement.line, field: from })
  const number = required(named, 'ACCTID', 64)
  const account: AccountId = accountOfIban(number) ?? {
    bankCode: optional(named, 'BANKID', 32) ?? '',
    branchCode: optional(named, 'BRANCHID', 32) ?? '',
    number,
  }
  const currency = readAs(statement, 'CURDEF', readCurrency)
  const kind = from === 'CCACCTFROM' ? 'card' : accountKind(optional(named, 'ACCTTYPE', 32))
  collected.rows.push({ type: 'account', account, kind, currency, line: named.line })
  for (const [name, balanceKind] of [
    ['LEDGERBAL', 'ledger'],
    ['AVAILBAL', 'available'],
  ] as const) {
    const element = only(statement, name)
    if (element === undefined) continue
    const balance: BalanceRow = {
      type: 'balance',
      account,
      kind: balanceKind,
      amountCents: readAs(element, 'BALAMT', readCents),
      currency,
      date: readAs(element, 'DTASOF', readDay),
      line: element.line,
    }
    keepBalance(balance, collected)
  }
  const list = only(statement, 'BANKTRANLIST')
  for (const element of list === undefined ? [] : all(list, 'STMTTRN')) {
    collected.read.add(element)
    collected.drafts.push(readOperation(element, account, currency))
  }
}

/** One account has one balance of a kind on a day, however often the file says it. */
function keepBalance(balance: BalanceRow, { rows, balances }: Collected): void {
  const key = `${accountKey(balance.account)}/${balance.kind}/${balance.date}`
  const known = balances.get(key)
  if (known === undefined) rows.push(balance)
  else if (known !== balance.amountCents) {
    throw new ConnectorError('contradiction', { line: balance.line, field: 'BALAMT' })
  }
  balances.set(key, balance.amountCents)
}

function accountKind(type: string | undefined): NonNullable<AccountRow['kind']> {
  switch (type?.toUpperCase()) {
    case 'CHECKING':
      return 'checking'
    case 'SAVINGS':
    case 'MONEYMRKT':
    case 'CD':
      return 'savings'
    default:
      return 'other'
  }
}
