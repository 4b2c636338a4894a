/** Whom a row is about: the member's number at the insurer, personal, so never in a URL and never in a log. */
interface OfMember {
  readonly member: string
  readonly line: number | undefined
}

export type Insured = 'home' | 'vehicle' | 'other'

export interface PolicyRow extends OfMember {
  readonly type: 'policy'
  /** The insurer's letters for it. */
  readonly code: string
  readonly product: string
  readonly insured: Insured
  /** Plate or address: what tells two policies alike apart. It is digested, never written. */
  readonly object: string
  readonly startDate: string
  readonly yearlyPremiumCents?: number
}

export interface ScheduleRow extends OfMember {
  readonly type: 'schedule'
  readonly paymentMode: string
  readonly instalments?: string
}

export interface ClaimRow extends OfMember {
  readonly type: 'claim'
  readonly reference: string
  readonly insured: Insured
  /** The local day. */
  readonly day: string
}

export interface HomeRow extends OfMember {
  readonly type: 'home'
  readonly object: string
  readonly homeKind: string
  readonly rooms?: string
  readonly contentsValue?: string
  readonly occupancy?: string
}

export type InsuranceRow = PolicyRow | ScheduleRow | ClaimRow | HomeRow

/** What tells a row from the others of its member. */
export function keyOf(row: InsuranceRow): string {
  switch (row.type) {
    case 'policy':
      return `policy/${row.code}/${row.startDate}/${row.object}`
    case 'schedule':
      return 'payment'
    case 'claim':
      return `claim/${row.reference}/${row.insured}`
    case 'home':
      return `home/${row.object}`
  }
}
