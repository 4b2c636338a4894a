import { ConnectorError } from '../errors.ts'
import { readJson } from '../formats/json.ts'
import { fieldsOf, type JsonFields } from '../formats/json-fields.ts'
import { readWrittenDay } from '../time/written-day.ts'
import { type Act, readRate } from './acts.ts'
import { initialsOf } from './initials.ts'

/** Payments, the beneficiaries of each, the acts of each. @throws ConnectorError with the line. */
export function readRefundJson(text: string): Act[] {
  const json = readJson(text)
  const file = fieldsOf(json.value, json, 'paiements')
  if (file.needed('devise') !== 'EUR')
    throw new ConnectorError('unsupported', { line: file.line, field: 'devise' })
  return file
    .list('paiements')
    .flatMap((payment) =>
      payment
        .list('beneficiaires')
        .flatMap((person) => person.list('actes').map((act) => readAct(payment, person, act))),
    )
}

function readAct(payment: JsonFields, person: JsonFields, act: JsonFields): Act {
  const thirdParty = payment.flag('tiersPayant')
  const byMutual = act.cents('montantVerseMutuelle')
  const byState = act.cents('montantVerse')
  if (byState === undefined && byMutual === undefined)
    throw new ConnectorError('missing-field', { line: act.line, field: 'montantVerse' })
  return {
    careDate: act.neededAs('date', readWrittenDay),
    paymentDate: payment.neededAs('date', readWrittenDay),
    groupAmount: payment.cents('montantGroupe'),
    paidTo: thirdParty === undefined ? undefined : thirdParty ? 'provider' : 'insured',
    beneficiary: initialsOf(person.text('nom') ?? ''),
    label: act.needed('prestation'),
    amountPaid: act.cents('montantPaye'),
    base: act.cents('base'),
    rate: act.read('taux', readRate),
    byState,
    byMutual,
    line: act.line,
  }
}
