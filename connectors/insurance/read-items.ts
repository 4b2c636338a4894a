import { ConnectorError } from '../errors.ts'
import type { JsonFields } from '../formats/json-fields.ts'
import { plainWords } from '../formats/plain-words.ts'
import { readStampDay } from '../time/written-day.ts'
import type { ClaimRow, HomeRow, InsuranceRow, Insured, PolicyRow, ScheduleRow } from './rows.ts'

/**
 * What one item of a file says. Who the member and their family are is passed over: the citizen knows.
 *
 * @throws ConnectorError with the line; `unsupported` for an item of no kind that we know.
 */
export function readItem(item: JsonFields): InsuranceRow[] {
  if (item.text('docType') === 'InsuranceClaim') return [readClaim(item)]
  const kinds = ['contrat', 'home', 'paymentterms', 'insuranceClaim', 'foyer', 'societaire']
  if (!kinds.some((kind) => item.has(kind))) throw new ConnectorError('unsupported', { line: item.line })
  const terms = item.object('paymentterms')
  return [
    ...item.list('contrat').map(readPolicy),
    ...(terms === undefined ? [] : [readSchedule(terms)]),
    ...item.list('home').map(readHome),
    ...item.list('insuranceClaim').map(readClaim),
  ]
}

function readPolicy(policy: JsonFields): PolicyRow {
  const objects = policy.object('objects')
  const [vehicle] = objects?.list('vehicule') ?? []
  const [place] = objects?.list('lieu') ?? []
  const premium = policy.cents('montantTarifTtc')
  return {
    type: 'policy',
    member: memberOf(policy),
    code: policy.needed('name', 50),
    product: policy.needed('formuleBase'),
    insured: vehicle !== undefined ? 'vehicle' : place !== undefined ? 'home' : 'other',
    object: vehicle?.text('immatriculationVehicule', 20) ?? addressOf(place),
    startDate: policy.neededAs('startDate', readStampDay),
    ...(premium === undefined ? {} : { yearlyPremiumCents: premium }),
    line: policy.line,
  }
}

function readSchedule(terms: JsonFields): ScheduleRow {
  const paymentMode = terms.needed('modePaiement')
  const [, times] = /\((\d{1,2}) fois\)/.exec(paymentMode) ?? []
  const instalments = Number(times) >= 1 && Number(times) <= 12 ? String(Number(times)) : undefined
  return {
    type: 'schedule',
    member: memberOf(terms),
    paymentMode,
    ...(instalments === undefined ? {} : { instalments }),
    line: terms.line,
  }
}

function readClaim(claim: JsonFields): ClaimRow {
  const stamp = claim.has('horodatage') ? 'horodatage' : 'timestamp'
  return {
    type: 'claim',
    member: memberOf(claim),
    reference: claim.needed('ref', 64),
    insured: claim.neededAs('type', readInsured),
    day: claim.neededAs(stamp, readStampDay),
    line: claim.line,
  }
}

function readHome(home: JsonFields): HomeRow {
  const given = (
    field: string,
    name: 'rooms' | 'contentsValue' | 'occupancy',
    max: number,
  ): Partial<HomeRow> => {
    const text = home.text(field, max)?.replace(/\s+/g, ' ')
    return text === undefined ? {} : { [name]: text }
  }
  return {
    type: 'home',
    member: memberOf(home),
    object: addressOf(home),
    homeKind: home.needed('natureLieu', 100),
    ...given('nombrePieces', 'rooms', 100),
    ...given('patrimoineMobilier', 'contentsValue', 100),
    ...given('situationJuridiqueLieu', 'occupancy', 200),
    line: home.line,
  }
}

function addressOf(place: JsonFields | undefined): string {
  const address = place?.object('address')
  return plainWords(['street', 'postCode', 'city'].map((field) => address?.text(field) ?? '').join(' '))
}

/** Some files add a letter to the number. */
function memberOf(fields: JsonFields): string {
  return fields.neededAs('societaire', (text) => /^(\d{5,12})[A-Z]?$/.exec(text)?.[1])
}

function readInsured(text: string): Insured | undefined {
  const word = plainWords(text)
  return word === 'habitation' ? 'home' : word === 'vehicule' ? 'vehicle' : undefined
}
