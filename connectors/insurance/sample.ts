import { sampleMonth } from '../bank/sample-operations.ts'

export interface InsuranceSample {
  readonly seed: number
  readonly year: number
}

/**
 * What an invented insurer holds of an invented household of Lyon: a home, its policy, how it is paid, a claim. The premium is
 * what the bank's sample of the same seed debits in the year. The same arguments give the same bytes.
 */
export function insuranceSample({ seed, year }: InsuranceSample): Uint8Array {
  const member = String(4_000_000 + seed)
  const address = { street: '4 rue du Griffon', postCode: '69001', city: 'LYON', country: 'FRANCE' }
  const debits = Array.from({ length: 12 }, (_, at) =>
    sampleMonth(year, at + 1, seed).find(({ name }) => name === 'PRLV ASSURANCE LES ARCADES'),
  )
  const premium = debits.reduce((sum, debit) => sum - (debit?.cents ?? 0), 0)
  const policy = {
    formuleBase: 'Habitation Équilibre',
    montantTarifTtc: premium / 100,
    name: 'HAB',
    objects: { startDate: '2019-09-01T00:00:00', lieu: [{ address }] },
    societaire: member,
    startDate: '2019-09-01T00:00:00',
  }
  const home = {
    address,
    natureLieu: 'Appartement',
    nombrePieces: '4 Pièces',
    patrimoineMobilier: '17 001 à 26 000 ',
    situationJuridiqueLieu: 'Locataire ou occupant à titre gratuit',
    societaire: member,
  }
  const claim = {
    docType: 'InsuranceClaim',
    type: 'Habitation',
    societaire: `${member}N`,
    timestamp: `${year}-06-14T19:00`,
    lieuSurvenance: 'LYON 01',
    ref: `A${year}${String(seed).padStart(4, '0')}`,
    address,
  }
  const items = [
    { contrat: [policy] },
    { paymentterms: { rib: {}, modePaiement: 'Prélèvement (12 fois)', societaire: member } },
    { home: [home] },
    claim,
  ]
  return new TextEncoder().encode(`${JSON.stringify(items, null, 2)}\n`)
}
