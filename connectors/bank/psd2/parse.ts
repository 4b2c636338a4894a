import { ConnectorError } from '../../errors.ts'
import { isJsonObject, type JsonObject, readJson } from '../../formats/json.ts'
import { readCurrency } from '../../money/currency.ts'
import { accountKey, accountOfText } from '../account-id.ts'
import { type Draft, withKeys } from '../record-keys.ts'
import type { AccountId, AccountRow, BankRow } from '../rows.ts'
import { readBalances } from './balance.ts'
import { Members } from './member.ts'
import { readTransaction } from './operation.ts'

/**
 * Reads what a bank's interface answers under PSD2 (Berlin Group NextGenPSD2, GoCardless): `{ account, transactions,
 * balances }` of one account, or `{ accounts: [ … ] }`, each with its own `balances` and `transactions`. What is booked is
 * read, the rest counted.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parsePsd2(text: string): BankRow[] {
  const json = readJson(text)
  const { value } = json
  if (!isJsonObject(value)) throw new ConnectorError('unknown-layout', { line: 1 })
  if (value.cardTransactions !== undefined) {
    throw new ConnectorError('unsupported', { line: 1, field: 'cardTransactions' })
  }
  const members = new Members(json)
  const rows: BankRow[] = []
  const drafts: Draft[] = []
  const seen = new Set<string>()
  let pending = 0
  for (const { account: named, holder } of accountsOf(value, members)) {
    const account = readAccount(named, members)
    if (seen.has(accountKey(account))) {
      throw new ConnectorError('contradiction', { line: members.line(named), field: 'iban' })
    }
    seen.add(accountKey(account))
    const balances = readBalances(members.objects(holder, 'balances'), account, members)
    const transactions = members.object(holder, 'transactions') ?? {}
    const booked = members.objects(transactions, 'booked').map((it) => readTransaction(it, account, members))
    pending += ['pending', 'information'].reduce(
      (sum, field) => sum + members.objects(transactions, field).length,
      0,
    )
    const currency = [...balances, ...booked][0]?.currency
    rows.push(accountRow(named, account, currency, members))
    for (const balance of balances) rows.push(balance)
    for (const draft of booked) drafts.push(draft)
  }
  if (rows.length === 0) throw new ConnectorError('empty')
  if (pending > 0) rows.push({ type: 'pending', count: pending, line: 1 })
  for (const row of withKeys(drafts, 'psd2')) rows.push(row)
  return rows
}

function accountsOf(value: JsonObject, members: Members): { account: JsonObject; holder: JsonObject }[] {
  if (value.accounts !== undefined) {
    return members.objects(value, 'accounts').map((account) => ({ account, holder: account }))
  }
  return [
    {
      account: members.object(value, 'account') ?? members.fail('missing-field', value, 'account'),
      holder: value,
    },
  ]
}

function readAccount(named: JsonObject, members: Members): AccountId {
  const text = members.text(named, 'iban', 42) ?? members.text(named, 'bban', 34)
  return text === undefined ? members.fail('missing-field', named, 'iban') : accountOfText(text)
}

const kinds: Readonly<Record<string, NonNullable<AccountRow['kind']>>> = {
  CACC: 'checking',
  SVGS: 'savings',
  CARD: 'card',
}

/** `XXX` is how NextGenPSD2 says that an account has several currencies. */
function accountRow(
  named: JsonObject,
  account: AccountId,
  known: string | undefined,
  members: Members,
): AccountRow {
  const said = members.read(named, 'currency', readCurrency)
  const kind = kinds[members.text(named, 'cashAccountType') ?? '']
  const name = members.text(named, 'name') ?? members.text(named, 'product')
  return {
    type: 'account',
    account,
    ...(kind === undefined ? {} : { kind }),
    ...(name === undefined ? {} : { name }),
    currency:
      (said === 'XXX' ? undefined : said) ?? known ?? members.fail('missing-field', named, 'currency'),
    line: members.line(named),
  }
}
