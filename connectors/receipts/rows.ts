/** One item, with what its receipt or order says. */
export interface ReceiptRow {
  readonly receipt: ReceiptHead
  /** Unique in its receipt, whatever the order of its lines. */
  readonly item: string
  readonly name: string
  readonly gtin?: string
  readonly sku?: string
  readonly quantity?: number
  /** What it cost, taxes and discounts included; absent where the file does not say it. */
  readonly amountCents?: number
  readonly state: 'bought' | 'returned' | 'cancelled' | 'pending'
  readonly line: number
}

export interface ReceiptHead {
  readonly key: string
  readonly orderNumber: string
  /** The local day. */
  readonly day: string
  readonly sellerName: string
  readonly storeName?: string
  readonly currency: string
}

/** Numbers the items of a receipt that bear one name: two loaves on two lines are two. */
export function itemRanks(): (receipt: string, item: string) => string {
  const ranks = new Map<string, number>()
  return (receipt, item) => {
    const key = `${receipt}\n${item}`
    const rank = (ranks.get(key) ?? 0) + 1
    ranks.set(key, rank)
    return rank === 1 ? item : `${item}/${rank}`
  }
}
