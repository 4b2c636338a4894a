import { ConnectorError } from '../errors.ts'
import type { JsonFields } from '../formats/json-fields.ts'
import { readIsoDay } from '../time/written-day.ts'
import type { PaymentRow, RegistrationRow } from './rows.ts'

/** `data.inscription` of France Travail. */
export function readRegistration(told: JsonFields): RegistrationRow {
  const startDate = told.neededAs('date_debut', readIsoDay)
  const endDate = told.read('date_fin', readIsoDay)
  const category = told.object('categorie')?.read('code', readCategory)
  return {
    type: 'registration',
    recordKey: `registration/${startDate}`,
    startDate,
    line: told.line,
    ...(endDate === undefined ? {} : { endDate }),
    ...(category === undefined ? {} : { category }),
  }
}

/**
 * `data.paiements` of France Travail, in euros. A payment's key is its day, and its rank on that day.
 *
 * @throws ConnectorError `contradiction` when the parts are not the total.
 */
export function readPayments(told: readonly JsonFields[]): PaymentRow[] {
  const ranks = new Map<string, number>()
  return told.map((payment) => {
    const paymentDate = payment.neededAs('date_versement', readIsoDay)
    const rank = (ranks.get(paymentDate) ?? 0) + 1
    ranks.set(paymentDate, rank)
    const total = payment.cents('montant_total')
    const { line } = payment
    if (total === undefined) throw new ConnectorError('missing-field', { line, field: 'montant_total' })
    const allowance = payment.cents('montant_allocations')
    const aid = payment.cents('montant_aides')
    const other = payment.cents('montant_autres')
    const known = allowance !== undefined && aid !== undefined && other !== undefined
    if (known && allowance + aid + other !== total) {
      throw new ConnectorError('contradiction', { line, field: 'montant_total' })
    }
    return {
      type: 'payment',
      recordKey: `payment/${paymentDate}/${rank}`,
      paymentDate,
      amountCents: total,
      currency: 'EUR',
      line,
      ...(allowance === undefined ? {} : { allowanceCents: allowance }),
      ...(aid === undefined ? {} : { aidCents: aid }),
      ...(other === undefined ? {} : { otherCents: other }),
    }
  })
}

function readCategory(text: string): string | undefined {
  return /^[1-9]\d?$/.test(text) ? text : undefined
}
