import { ConnectorError } from '../errors.ts'
import { isJsonObject, type JsonText, readJson } from '../formats/json.ts'
import { fieldsOf, type JsonFields } from '../formats/json-fields.ts'
import { readStampDay } from '../time/written-day.ts'
import { EobAmounts } from './eob-amounts.ts'
import type { HealthRow } from './rows.ts'

/**
 * FHIR R4 ExplanationOfBenefit: one, a list of them, or a Bundle. One row a claim.
 *
 * @throws ConnectorError with the line.
 */
export function readEobs(text: string): HealthRow[] {
  const json = readJson(text)
  const rows = new Map<string, HealthRow>()
  for (const resource of resourcesOf(json)) {
    if (resource.text('resourceType') !== 'ExplanationOfBenefit') continue
    const row = readEob(resource)
    const known = rows.get(row.recordKey)
    if (known !== undefined && saysOtherwise(known, row)) {
      throw new ConnectorError('contradiction', { line: row.line, field: 'id' })
    }
    rows.set(row.recordKey, row)
  }
  return [...rows.values()]
}

function resourcesOf(json: JsonText): JsonFields[] {
  const { value } = json
  if (Array.isArray(value)) return value.map((item) => fieldsOf(item, json, 'resource'))
  const one = fieldsOf(value, json, 'resource')
  if (isJsonObject(value) && value['resourceType'] !== 'Bundle') return [one]
  return one.list('entry').flatMap((entry) => entry.object('resource') ?? [])
}

function readEob(eob: JsonFields): HealthRow {
  const { line } = eob
  const recordKey = `eob/${eob.text('id') ?? identifierOf(eob)}`
  if (isPending(eob)) return { type: 'pending', recordKey, line }
  const amounts = new EobAmounts(eob)
  const label = labelOf(eob)
  const paid = amounts.under('submitted')
  const base = amounts.under('eligible')
  const left = amounts.under('memberliability')
  const payment = eob.object('payment')
  const reimbursed = amounts.of(payment?.object('amount')) ?? amounts.under('benefit')
  if (reimbursed === undefined) throw new ConnectorError('missing-field', { line, field: 'payment' })
  const paymentDate = payment?.read('date', readStampDay)
  return {
    type: 'reimbursement',
    recordKey,
    careDate: careDateOf(eob),
    reimbursedCents: reimbursed,
    currency: amounts.currency,
    line,
    ...(label === undefined ? {} : { label }),
    ...(paymentDate === undefined ? {} : { paymentDate }),
    ...(paid === undefined ? {} : { amountPaidCents: paid }),
    ...(base === undefined ? {} : { baseCents: base }),
    ...(left === undefined ? {} : { outOfPocketCents: left }),
  }
}

/** A draft, an estimate, or a claim that is still in hand. @throws ConnectorError for one that is taken back. */
function isPending(eob: JsonFields): boolean {
  const status = eob.needed('status')
  if (status === 'cancelled' || status === 'entered-in-error') {
    throw new ConnectorError('unsupported', { line: eob.line, field: 'status' })
  }
  // One that takes the place of another, or gives it up: both would count.
  for (const related of eob.list('related')) {
    const codes = (related.object('relationship')?.list('coding') ?? []).map((coding) => coding.text('code'))
    if (codes.some((code) => code !== 'associated')) {
      throw new ConnectorError('unsupported', { line: related.line, field: 'related' })
    }
  }
  if (status !== 'active' && status !== 'draft')
    throw new ConnectorError('bad-field', { line: eob.line, field: 'status' })
  return status === 'draft' || (eob.text('use') ?? 'claim') !== 'claim' || eob.text('outcome') !== 'complete'
}

function identifierOf(eob: JsonFields): string {
  const [identifier] = eob.list('identifier')
  const value = identifier?.text('value')
  if (value === undefined) throw new ConnectorError('missing-field', { line: eob.line, field: 'id' })
  return `${identifier?.text('system') ?? ''}|${value}`
}

/** The kind of claim, in words: neither diagnosis nor procedure. */
function labelOf(eob: JsonFields): string | undefined {
  const type = eob.object('type')
  const displays = (type?.list('coding') ?? []).flatMap((coding) => coding.text('display') ?? [])
  return type?.text('text') ?? displays[0]
}

function careDateOf(eob: JsonFields): string {
  const start = eob.object('billablePeriod')?.read('start', readStampDay)
  if (start !== undefined) return start
  const [first] = eob
    .list('item')
    .flatMap(
      (item) =>
        item.read('servicedDate', readStampDay) ??
        item.object('servicedPeriod')?.read('start', readStampDay) ??
        [],
    )
    .sort()
  if (first === undefined)
    throw new ConnectorError('missing-field', { line: eob.line, field: 'billablePeriod' })
  return first
}

function saysOtherwise({ line: _, ...one }: HealthRow, { line: __, ...other }: HealthRow): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
