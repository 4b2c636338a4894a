import { bankSample } from '../bank/sample.ts'
import { benefitsSample } from '../benefits/sample.ts'
import { citySample } from '../city/sample.ts'
import { calendarSample, contactsSample } from '../contacts-calendar/sample.ts'
import { electricitySample } from '../electricity/sample.ts'
import { gasSample } from '../gas/sample.ts'
import { healthSample } from '../health/sample.ts'
import { insuranceSample } from '../insurance/sample.ts'
import { invoiceSample } from '../invoice/sample.ts'
import { mediaSample } from '../media/sample.ts'
import { mobilitySample, ticketsSample } from '../mobility/sample.ts'
import { receiptsSample } from '../receipts/sample.ts'
import { telecomBillsSample, telecomSample } from '../telecom/sample.ts'
import { waterSample } from '../water/sample.ts'
import { wellbeingSample } from '../wellbeing/sample.ts'
import type { Sample } from './samples.ts'

export interface HouseholdFile {
  /** The kind of partner that hands it out. */
  readonly connector: string
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * A year of an invented household of Lyon, two adults and two children, as the files that partners of fifteen kinds hand
 * out. The same arguments give the same bytes.
 */
export async function household({
  seed,
  year,
}: {
  readonly seed: number
  readonly year: number
}): Promise<HouseholdFile[]> {
  const adults = [seed, seed + 1]
  const children = [seed + 2, seed + 3]
  const file = (connector: string, name: string, bytes: Uint8Array | string): HouseholdFile => ({
    connector,
    name,
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  })
  const ofEach = (who: readonly number[], connector: string, name: string, sample: Sample) =>
    who.map((one, at) => file(connector, name.replace('*', String(at + 1)), sample({ seed: one, year })))
  const months = Array.from({ length: 12 }, (_, at) => at + 1)
  return [
    ...ofEach(adults, 'bank', 'compte-*.ofx', (of) =>
      bankSample({ years: 1, until: `${year}-12-31`, ...of }),
    ),
    file('electricity', 'courbe.json', await electricitySample(year)),
    file('gas', 'gaz.json', gasSample({ seed, year })),
    file('water', 'eau.json', waterSample({ seed, year })),
    ...months.map((month) =>
      file('invoice', `facture-${String(month).padStart(2, '0')}.xml`, invoiceSample({ seed, year, month })),
    ),
    ...ofEach(adults, 'telecom', 'ligne-*.json', telecomSample),
    file('telecom', 'factures.json', telecomBillsSample({ seed, year })),
    file('insurance', 'contrats.json', insuranceSample({ seed, year })),
    ...ofEach(adults, 'health', 'remboursements-*.csv', healthSample),
    file('receipts', 'achats.csv', receiptsSample({ seed, year })),
    ...ofEach(adults, 'mobility', 'validations-*.csv', mobilitySample),
    file('mobility', 'billets.json', ticketsSample({ seed, year })),
    file('benefits', 'droits.json', benefitsSample({ seed, year })),
    file('city', 'cantine.csv', citySample({ seed, year })),
    ...ofEach(adults, 'wellbeing', 'sante-*.xml', wellbeingSample),
    file('contacts-calendar', 'carnet.vcf', contactsSample({ seed })),
    file('contacts-calendar', 'agenda.ics', calendarSample({ seed, year })),
    ...ofEach([...adults, ...children], 'media', 'ecoutes-*.json', mediaSample),
  ]
}
