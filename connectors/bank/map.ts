import {
  type AccountBalance,
  type BankAccount,
  type BankOperation,
  writeAccountBalance,
  writeBankAccount,
  writeBankOperation,
} from '#vocab/generated/bank'
import { shortDigest8 } from '#vocab/identity'
import type { MapContext, Mapped, PodDocument, PodNode } from '../connector.ts'
import { podNode } from '../pod-node.ts'
import { accountKey } from './account-id.ts'
import { noticesOf } from './notices.ts'
import type { AccountRow, BankRow, OperationRow, PendingRow } from './rows.ts'

/** One folder an account, named by a digest; in it the account with its balances, and one document a month. */
export function mapBank(rows: readonly BankRow[], { container }: MapContext): Mapped {
  const documents = new Map<string, Map<string, PodNode>>()
  for (const row of rows) {
    if (row.type === 'pending') continue
    const folder = `${container}${shortDigest8('bank', accountKey(row.account))}/`
    const account = `${folder}account.ttl`
    const url = row.type === 'operation' ? `${folder}${row.bookingDate.slice(0, 7)}.ttl` : account
    const node = nodeOf(row, url, account)
    const nodes = documents.get(url) ?? new Map<string, PodNode>()
    documents.set(url, nodes.set(node.iri, node))
  }
  return { documents: [...documents].map(toDocument).sort(accountsFirst), notices: noticesOf(rows) }
}

function nodeOf(row: Exclude<BankRow, PendingRow>, url: string, account: string): PodNode {
  switch (row.type) {
    case 'account':
      return podNode(url, accountOf(row), writeBankAccount, row.line)
    case 'balance': {
      const { kind, amountCents, currency, date, line } = row
      const value: AccountBalance = {
        recordKey: `balance/${kind}/${date}`,
        amountCents,
        currency,
        date,
        kind,
      }
      return podNode(url, value, writeAccountBalance, line)
    }
    case 'operation':
      return podNode(url, operation(row, account), writeBankOperation, row.line)
  }
}

/** What a route says of the account beyond its number stays, whatever a poorer route says later: they are two records. */
function accountOf({ account, kind, name, currency }: AccountRow): BankAccount {
  const { bankCode, branchCode, number } = account
  return {
    recordKey: kind === undefined ? 'account-number' : 'account',
    number,
    ...(bankCode === '' ? {} : { bankCode }),
    ...(branchCode === '' ? {} : { branchCode }),
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    currency,
  }
}

function operation(
  { type: _, account: __, line: ___, ...said }: OperationRow,
  account: string,
): BankOperation {
  return { ...said, account }
}

function toDocument([url, nodes]: [string, Map<string, PodNode>]): PodDocument {
  return { url, nodes: [...nodes.values()] }
}

/** The account before its months, so that a reader who comes half-way finds where they belong. */
function accountsFirst(a: PodDocument, b: PodDocument): number {
  const rank = ({ url }: PodDocument): string => (url.endsWith('/account.ttl') ? `0${url}` : `1${url}`)
  return rank(a) < rank(b) ? -1 : 1
}
