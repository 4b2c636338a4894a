import { seededRandom } from '../random.ts'

export interface HealthSample {
  readonly seed: number
  readonly year: number
}

/** Cents and per cent, as in 2026. The state keeps back two euros of a consultation. */
type Care = readonly [label: string, price: number, base: number, rate: number, kept: number]

const care: readonly [Care, ...Care[]] = [
  ['Consultation médecin traitant', 3000, 3000, 70, 200],
  ['Consultation spécialiste', 6000, 3150, 70, 200],
  ['Pharmacie', 1490, 1490, 65, 0],
  ['Analyses de biologie', 2754, 2754, 60, 0],
  ['Soins dentaires', 4338, 4338, 60, 0],
  ['Séance de kinésithérapie', 1613, 1613, 60, 0],
]
const people: readonly [string, ...string[]] = ['CLAIRE DUPOND', 'KARIM DUPOND', 'LEA DUPOND', 'NOE DUPOND']
const header =
  'Date de paiement;Montant du paiement (€);Tiers payant;Bénéficiaire;Date des soins;Prestation;Montant payé (€);Base de remboursement (€);Taux;Montant versé (€);Montant versé mutuelle (€)'

/**
 * An invented household's refunds of a year, as a statement tells them (CSV, UTF-8): one to four acts a payment, two to
 * four payments a month; the complementary insurer pays the rest of the base. The same arguments give the same bytes.
 */
export function healthSample({ seed, year }: HealthSample): Uint8Array {
  const random = seededRandom(seed * 10_000 + year)
  const rows: string[] = []
  for (let month = 0; month < 12; month += 1) {
    const payments = random.between(2, 4)
    for (let payment = 0; payment < payments; payment += 1) {
      const paid = Date.UTC(year, month, 7 + 6 * payment + random.between(0, 2))
      const thirdParty = random.between(0, 3) === 0
      const acts = Array.from({ length: random.between(1, 4) }, () => {
        const [label, price, base, rate, kept] = random.pick(care)
        const byState = Math.round((base * rate) / 100) - kept
        const byMutual = base - Math.round((base * rate) / 100)
        const day = french(paid - random.between(2, 6) * 86_400_000)
        const cells = [random.pick(people), day, label, euros(price), euros(base), `${rate} %`]
        return { cells, byState, byMutual }
      })
      const total = acts.reduce((sum, { byState, byMutual }) => sum + byState + byMutual, 0)
      for (const { cells, byState, byMutual } of acts) {
        const head = [french(paid), euros(total), thirdParty ? 'Oui' : 'Non']
        rows.push([...head, ...cells, euros(byState), euros(byMutual)].join(';'))
      }
    }
  }
  return new TextEncoder().encode(`${[header, ...rows].join('\r\n')}\r\n`)
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',')
}

function french(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10).split('-').reverse().join('/')
}
