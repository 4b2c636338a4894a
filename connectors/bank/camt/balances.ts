import { ConnectorError } from '../../errors.ts'
import { all, textAt, type XmlElement } from '../../formats/xml.ts'
import { accountKey } from '../account-id.ts'
import type { AccountId, BalanceRow } from '../rows.ts'
import { exactlyOne, readDate, readMoney } from './element.ts'

/** An opening balance (`OPBD`) is that of the day before at its end, under another date: it is no balance of ours. */
const closing: Readonly<Record<string, BalanceRow['kind']>> = { CLBD: 'ledger', CLAV: 'available' }

/** The closing balances of a file's statements: one of a kind on a day for an account. */
export class ClosingBalances {
  readonly #known = new Map<string, BalanceRow>()

  /**
   * @throws ConnectorError `contradiction` for two closing balances of one day, unless the later statement opens with what
   * the earlier one closed with: then the day simply has two.
   */
  read(statement: XmlElement, account: AccountId): void {
    const opened = all(statement, 'Bal').find((balance) => codeOf(balance) === 'OPBD')
    for (const balance of all(statement, 'Bal')) {
      const kind = closing[codeOf(balance)]
      if (kind === undefined) continue
      const { cents, currency } = readMoney(balance)
      const date = readDate(exactlyOne(balance, 'Dt'))
      const key = `${accountKey(account)}/${kind}/${date}`
      const before = this.#known.get(key)
      const same = before === undefined || (before.amountCents === cents && before.currency === currency)
      const follows = opened !== undefined && readMoney(opened).cents === before?.amountCents
      if (!same && !follows) throw new ConnectorError('contradiction', { line: balance.line, field: 'Bal' })
      this.#known.set(key, {
        type: 'balance',
        account,
        kind,
        amountCents: cents,
        currency,
        date,
        line: balance.line,
      })
    }
  }

  rows(): BalanceRow[] {
    return [...this.#known.values()]
  }
}

function codeOf(balance: XmlElement): string {
  return textAt(balance, 'Tp/CdOrPrtry/Cd') ?? ''
}
