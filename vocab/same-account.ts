import type { BankAccount } from './generated/bank.ts'

/** What one document says of an account. */
export interface AccountDocument {
  /** Its URL, `…/<partner>/<account>/account.ttl`. */
  readonly url: string
  readonly account: Pick<BankAccount, 'number' | 'bankCode' | 'branchCode'>
}

/**
 * Which documents are of one account, by URL: those with the same text are. Bank, branch and number name an account, and
 * so does an IBAN. A number alone is that of the only account of the same partner that has it; without one, or with two, it is
 * an account of its own.
 */
export function accountIdentities(documents: Iterable<AccountDocument>): ReadonlyMap<string, string> {
  const identities = new Map<string, string>()
  const bare: AccountDocument[] = []
  const named = new Map<string, Set<string>>()
  for (const document of documents) {
    const whole = wholeName(document.account)
    if (whole === undefined) {
      bare.push(document)
      continue
    }
    identities.set(document.url, whole)
    const place = placeOf(document)
    named.set(place, (named.get(place) ?? new Set()).add(whole))
  }
  for (const document of bare) {
    if (identities.has(document.url)) continue
    const [only, second] = named.get(placeOf(document)) ?? []
    if (only !== undefined && second === undefined) identities.set(document.url, only)
  }
  return identities
}

function wholeName({ bankCode, branchCode, number }: AccountDocument['account']): string | undefined {
  if (bankCode !== undefined && branchCode !== undefined) {
    return `${bankCode} ${branchCode.padStart(5, '0')} ${padded(number)}`
  }
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(number) ? number : undefined
}

/** Where a number alone counts: at one partner. */
function placeOf({ url, account }: AccountDocument): string {
  return `${url.split('/').slice(0, -2).join('/')} ${padded(account.number)}`
}

function padded(number: string): string {
  return number.toUpperCase().padStart(11, '0')
}
