import { type Random, seededRandom } from '../random.ts'
import { employer, energyByMonth, energySupplier, shops, standing } from './sample-labels.ts'

export interface SampleOperation {
  /** `2026-10-28`. */
  readonly day: string
  readonly type: 'DEBIT' | 'CREDIT' | 'XFER' | 'CHECK' | 'ATM'
  readonly cents: number
  readonly name: string
  readonly memo: string
}

type Entry = readonly [day: number, type: SampleOperation['type'], cents: number, name: string, memo: string]

/** 83 1/3 operations a month: 10,000 in ten years. */
const perMonth = (index: number): number => (index % 3 === 2 ? 84 : 83)

/** One month's operations, sorted by day, each month from its own seed: months do not depend on one another. */
export function sampleMonth(year: number, month: number, seed: number): SampleOperation[] {
  const index = year * 12 + month - 1
  const random = seededRandom(seed * 100_003 + index)
  const prices = 1.018 ** (year - 2020 + month / 12)
  const fixed = [...fixedEntries(index, month, prices, random)]
  const bought = Array.from({ length: perMonth(index) - fixed.length - 1 }, () => purchase(prices, random))
  const entries = [...fixed, ...bought]
  const left = entries.reduce((sum, [, , cents]) => sum + cents, 0)
  const saved = Math.round((left + random.between(-6000, 6000)) / 1000) * 1000
  entries.push([30, 'XFER', -saved, saved > 0 ? 'VIR VERS LIVRET' : 'VIR DU LIVRET', 'ÉPARGNE DU MOIS'])
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return entries
    .map(([day, type, cents, name, memo]) => ({
      day: `${year}-${two(month)}-${two(Math.min(day, days))}`,
      type,
      cents: cents === 0 ? -100 : cents,
      name,
      memo,
    }))
    .sort((a, b) => a.day.localeCompare(b.day))
}

function* fixedEntries(index: number, month: number, prices: number, random: Random): Generator<Entry> {
  const at = (cents: number): number => Math.round(cents * prices)
  for (const [name, memo, day, cents, every] of standing) {
    if (index % every === 0) yield [day, 'DEBIT', -at(cents), name, memo]
  }
  const energy = (energyByMonth[month - 1] ?? 0) * (random.between(88, 112) / 100)
  yield [5, 'DEBIT', -at(energy), energySupplier, 'ÉLECTRICITÉ, ÉCHÉANCE DU MOIS']
  yield [28, 'CREDIT', at(month === 12 ? 311_800 : 221_450), employer, 'SALAIRE']
  yield [5, 'CREDIT', at(14_198), 'VIR ALLOCATIONS FAMILIALES', 'PRESTATIONS DU MOIS']
  yield [
    random.between(6, 26),
    'CREDIT',
    at(random.between(750, 3200)),
    'VIR ASSURANCE MALADIE',
    'REMBOURSEMENT',
  ]
  yield [random.between(4, 24), 'ATM', -4000, 'RETRAIT DAB LYON 1ER', 'RETRAIT DE 40 €']
  if (index % 4 === 0) yield [random.between(9, 21), 'CHECK', -at(3500), `CHÈQUE ${5_600_000 + index}`, '']
  // Two coffees, one price, one day: both happened.
  const [day, coffee] = [random.between(2, 25), at(random.between(150, 260))]
  yield [day, 'DEBIT', -coffee, "CAFÉ DE L'ÎLE", '']
  yield [day, 'DEBIT', -coffee, "CAFÉ DE L'ÎLE", '']
}

function purchase(prices: number, random: Random): Entry {
  const [name, from, to] = random.pick(shops)
  const day = random.between(1, 28)
  return [
    day,
    'DEBIT',
    -Math.round(random.between(from, to) * prices),
    name,
    `PAIEMENT CB DU ${two(day)} LYON`,
  ]
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
