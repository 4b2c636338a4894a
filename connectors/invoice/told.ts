/** What a file says of an invoice, whatever its syntax: signs and sums are the file's own. BT numbers are those of EN 16931. */
export interface ToldInvoice {
  /** UNTDID 1001 (BT-3). */
  readonly typeCode: string
  /** The syntax itself says that it is one: its type must not say otherwise. */
  readonly isCreditNote: boolean
  readonly number: string
  readonly issueDate: string
  readonly dueDate: string | undefined
  readonly seller: ToldSeller
  readonly contractReference: string | undefined
  readonly paymentReference: string | undefined
  readonly mandateReference: string | undefined
  readonly creditorId: string | undefined
  readonly precedingInvoices: readonly string[]
  readonly billingStart: string | undefined
  readonly billingEnd: string | undefined
  readonly currency: string
  readonly sums: ToldSums
  readonly taxes: readonly ToldTax[]
  readonly lines: readonly ToldLine[]
  readonly line: number
}

export interface ToldSeller {
  readonly name: string
  readonly siren: string | undefined
  readonly vatId: string | undefined
}

/** In cents. Those that a profile does not have are absent. */
export interface ToldSums {
  /** BT-106. */
  readonly lines: number | undefined
  /** BT-107. */
  readonly allowances: number | undefined
  /** BT-108. */
  readonly charges: number | undefined
  /** BT-109. */
  readonly net: number
  /** BT-110. */
  readonly vat: number | undefined
  /** BT-112. */
  readonly total: number
  /** BT-113. */
  readonly prepaid: number | undefined
  /** BT-114. */
  readonly rounding: number | undefined
  /** BT-115. */
  readonly due: number
}

/** One rate of VAT (BG-23). */
export interface ToldTax {
  readonly base: number | undefined
  /** As the file writes it; absent where nothing is taxed. */
  readonly percent: string | undefined
  readonly amount: number
}

export interface ToldLine {
  readonly id: string
  readonly label: string
  readonly cents: number
  /** Whether it counts in the sum of lines: a group only repeats what its parts say. */
  readonly counts: boolean
  readonly line: number
}
