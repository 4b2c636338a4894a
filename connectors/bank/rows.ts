/** What identifies an account at its bank. Empty text where the bank gives none (cards have no bank code). */
export interface AccountId {
  readonly bankCode: string
  readonly branchCode: string
  readonly number: string
  /** Where the file does not name the account, or half of it: what stands for it, the layout first of all. */
  readonly route?: string
}

export interface AccountRow {
  readonly type: 'account'
  readonly account: AccountId
  readonly kind?: 'checking' | 'savings' | 'card' | 'other'
  readonly name?: string
  /** ISO 4217. */
  readonly currency: string
  readonly line: number
}

export interface BalanceRow {
  readonly type: 'balance'
  readonly account: AccountId
  readonly kind: 'ledger' | 'available'
  readonly amountCents: number
  readonly currency: string
  /** `2026-03-01`. */
  readonly date: string
  readonly line: number
}

export interface OperationRow {
  readonly type: 'operation'
  readonly account: AccountId
  readonly bookingDate: string
  readonly valueDate?: string
  /** Negative is money out. */
  readonly amountCents: number
  readonly currency: string
  readonly label: string
  readonly memo?: string
  readonly operationType?: string
  readonly bankReference?: string
  /** What tells this operation from the others of its account. */
  readonly recordKey: string
  readonly line: number
}

/** How many operations of the file are not booked yet: they may change or vanish, so that nothing else is kept of them. */
export interface PendingRow {
  readonly type: 'pending'
  readonly count: number
  readonly line: number
}

export type BankRow = AccountRow | BalanceRow | OperationRow | PendingRow
