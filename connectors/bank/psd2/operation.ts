import type { JsonObject } from '../../formats/json.ts'
import { oneLine } from '../../formats/one-line.ts'
import type { Draft } from '../record-keys.ts'
import type { AccountId } from '../rows.ts'
import { type Members, readDayOf } from './member.ts'

/**
 * One booked transaction. It is named by GoCardless's own id where there is one, since a bank may use its `transactionId`
 * again; else by that, else by `entryReference`.
 *
 * @throws ConnectorError with the line and the member.
 */
export function readTransaction(said: JsonObject, account: AccountId, members: Members): Draft {
  const { cents, currency } = members.money(said, 'transactionAmount')
  const identity = ['internalTransactionId', 'transactionId', 'entryReference']
    .map((field) => members.text(said, field, 255))
    .find((it) => it !== undefined)
  const valueDate = members.read(said, 'valueDate', readDayOf)
  const bookingDate =
    members.read(said, 'bookingDate', readDayOf) ?? members.read(said, 'bookingDateTime', readDayOf)
  return {
    type: 'operation',
    account,
    bookingDate: bookingDate ?? members.fail('missing-field', said, 'bookingDate'),
    ...(valueDate === undefined ? {} : { valueDate }),
    amountCents: cents,
    currency,
    ...readWords(said, cents, members),
    ...(identity === undefined ? {} : { bankReference: identity, identity }),
    line: members.line(said),
  }
}

/** Who stands on the other side, else the first of what the bank wrote; what remains is the memo. */
function readWords(
  said: JsonObject,
  cents: number,
  members: Members,
): Pick<Draft, 'label' | 'memo' | 'operationType'> {
  const lines = said.remittanceInformationUnstructuredArray ?? []
  if (!Array.isArray(lines) || !lines.every((line) => typeof line === 'string')) {
    return members.fail('bad-field', said, 'remittanceInformationUnstructuredArray')
  }
  const operationType =
    members.text(said, 'bankTransactionCode', 64) ?? members.text(said, 'proprietaryBankTransactionCode', 64)
  const words = [
    members.text(said, cents < 0 ? 'creditorName' : 'debtorName'),
    members.text(said, 'remittanceInformationUnstructured', 1000),
    ...lines.map((line) => oneLine(line, 1000)),
    members.text(said, 'additionalInformation', 1000),
  ]
  const [label = operationType ?? 'operation', ...rest] = new Set(
    words.filter((it) => it !== undefined && it !== ''),
  )
  const memo = rest.join(' / ')
  if (label === undefined || label.length > 300)
    return members.fail('too-long', said, 'remittanceInformationUnstructured')
  if (memo.length > 1000) members.fail('too-long', said, 'remittanceInformationUnstructuredArray')
  return {
    label,
    ...(memo === '' ? {} : { memo }),
    ...(operationType === undefined ? {} : { operationType: operationType.toLowerCase() }),
  }
}
