import { readReimbursement } from '#vocab/generated/health'
import { tb } from '#vocab/generated/terms'
import { dayName, money } from '../../../shared/i18n/format.ts'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { joined, type Kind, kind } from '../summary.ts'

const words = {
  reimbursements: { fr: 'Remboursements', en: 'Reimbursements' },
  reimbursement: { fr: 'Remboursement de soins', en: 'Care reimbursed' },
  paid: { fr: (sum: string) => `soins payés ${sum}`, en: (sum: string) => `care paid ${sum}` },
  left: { fr: (sum: string) => `reste à charge ${sum}`, en: (sum: string) => `${sum} out of pocket` },
  on: { fr: (day: string) => `versé le ${day}`, en: (day: string) => `paid on ${day}` },
} satisfies Messages

export const kinds: readonly Kind[] = [
  kind(tb.Reimbursement, words.reimbursements, readReimbursement, (it) => ({
    day: it.careDate,
    words: () => ({
      title: it.label ?? t(words.reimbursement),
      detail: joined(
        it.beneficiary,
        it.paymentDate && t(words.on, dayName(it.paymentDate)),
        it.amountPaidCents === undefined ? '' : t(words.paid, money(it.amountPaidCents, it.currency)),
        it.outOfPocketCents === undefined ? '' : t(words.left, money(it.outOfPocketCents, it.currency)),
      ),
      value: money(it.reimbursedCents, it.currency),
    }),
  })),
]
