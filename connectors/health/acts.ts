import { plainWords } from '../formats/plain-words.ts'
import type { ReimbursementRow } from './rows.ts'

/** An act as a French statement tells it. Amounts are cents; the rate is in per cent. */
export interface Act {
  readonly careDate: string
  readonly paymentDate: string | undefined
  readonly groupAmount: number | undefined
  readonly paidTo: 'insured' | 'provider' | undefined
  readonly beneficiary: string | undefined
  readonly label: string
  readonly amountPaid: number | undefined
  readonly base: number | undefined
  readonly rate: number | undefined
  readonly byState: number | undefined
  readonly byMutual: number | undefined
  readonly line: number | undefined
}

/**
 * One row an act. Its key is what does not change when the insurer corrects what it paid, and its rank among equals: two
 * boxes of one medicine, bought on one day, are two. What is left to pay is known only when both parts are.
 */
export function reimbursements(acts: readonly Act[]): ReimbursementRow[] {
  const ranks = new Map<string, number>()
  return acts.map((act) => {
    const { careDate, paymentDate, beneficiary, label, amountPaid, byState, byMutual } = act
    const said = [paymentDate, careDate, beneficiary, plainWords(label), amountPaid]
      .map((part) => part ?? '')
      .join('/')
    const rank = (ranks.get(said) ?? 0) + 1
    ranks.set(said, rank)
    const left =
      amountPaid === undefined || byState === undefined || byMutual === undefined
        ? undefined
        : amountPaid - byState - byMutual
    return {
      type: 'reimbursement',
      recordKey: `${said}/${rank}`,
      careDate,
      label,
      reimbursedCents: (byState ?? 0) + (byMutual ?? 0),
      currency: 'EUR',
      line: act.line,
      ...(paymentDate === undefined ? {} : { paymentDate }),
      ...(amountPaid === undefined ? {} : { amountPaidCents: amountPaid }),
      ...(act.base === undefined ? {} : { baseCents: act.base }),
      ...(act.rate === undefined ? {} : { ratePercent: act.rate }),
      ...(byState === undefined ? {} : { reimbursedByStateCents: byState }),
      ...(byMutual === undefined ? {} : { reimbursedByMutualCents: byMutual }),
      ...(left === undefined ? {} : { outOfPocketCents: left }),
      ...(act.groupAmount === undefined ? {} : { groupAmountCents: act.groupAmount }),
      ...(act.paidTo === undefined ? {} : { paidTo: act.paidTo }),
      ...(beneficiary === undefined ? {} : { beneficiary }),
    }
  })
}

/** `70`, `70 %`, `65,00`: per cent, up to 999 (a complementary insurer's rate may pass 100). */
export function readRate(text: string): number | undefined {
  const [, digits] = /^(\d{1,3}(?:[.,]\d{1,3})?) ?%?$/.exec(text) ?? []
  return digits === undefined ? undefined : Number(digits.replace(',', '.'))
}
