import type { JsonObject } from '../../formats/json.ts'
import type { AccountId, BalanceRow } from '../rows.ts'
import { type Members, readDayOf } from './member.ts'

/** Each kind from the best down. What is `expected` counts operations that are not booked; what is `opening` is of the day before. */
const kinds: readonly (readonly [BalanceRow['kind'], readonly string[]])[] = [
  ['ledger', ['closingBooked', 'CLBD', 'interimBooked', 'ITBD']],
  ['available', ['closingAvailable', 'CLAV', 'interimAvailable', 'ITAV']],
]

/** At most one balance of a kind and a day; those of which no day is said are passed over. */
export function readBalances(
  said: readonly JsonObject[],
  account: AccountId,
  members: Members,
): BalanceRow[] {
  const rows = new Map<string, BalanceRow>()
  for (const [kind, types] of kinds) {
    for (const type of types) {
      for (const balance of said) {
        if (members.text(balance, 'balanceType') !== type) continue
        const date = members.read(balance, 'referenceDate', readDayOf)
        if (date === undefined || rows.has(`${kind} ${date}`)) continue
        const { cents, currency } = members.money(balance, 'balanceAmount')
        const line = members.line(balance)
        rows.set(`${kind} ${date}`, {
          type: 'balance',
          account,
          kind,
          amountCents: cents,
          currency,
          date,
          line,
        })
      }
    }
  }
  return [...rows.values()]
}
