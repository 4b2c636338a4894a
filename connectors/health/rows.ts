import type { Reimbursement } from '#vocab/generated/health'

/** One refund of one act, or of one claim. Amounts are integer cents. */
export interface ReimbursementRow extends Reimbursement {
  readonly type: 'reimbursement'
  readonly line: number | undefined
}

/** What the file tells and is no refund yet: it is counted, and not kept. */
export interface PendingRow {
  readonly type: 'pending'
  readonly recordKey: string
  readonly line: number | undefined
}

export type HealthRow = ReimbursementRow | PendingRow
