import { seededRandom } from '../random.ts'

export interface BenefitsSample {
  readonly seed: number
  readonly year: number
}

/**
 * An invented household's year with the family fund and the employment service, as API Particulier v3 answers: a quotient
 * a month, the activity bonus, and four months of unemployment of one of the adults. The same arguments give the same bytes.
 */
export function benefitsSample({ seed, year }: BenefitsSample): Uint8Array {
  const random = seededRandom(seed * 10_000 + year)
  const [before, after] = [random.between(700, 1100), random.between(600, 900)]
  const first = random.between(2, 7)
  const answer = (data: object, more: object = {}) => ({ ...more, data, links: {}, meta: {} })
  const quotients = Array.from({ length: 12 }, (_, index) =>
    answer({
      allocataires: [
        {
          nom_naissance: 'DUPOND',
          nom_usage: null,
          prenoms: 'CLAIRE',
          date_naissance: '1986-04-00',
          sexe: 'F',
        },
      ],
      enfants: [],
      quotient_familial: {
        fournisseur: 'CNAF',
        valeur: index + 1 < first ? before : after,
        annee: year,
        mois: index + 1,
        annee_calcul: year,
        mois_calcul: index + 1,
      },
    }),
  )
  const paid = random.between(98_000, 142_000)
  const payments = Array.from({ length: 4 }, (_, index) => ({
    date_versement: day(year, first + 1 + index, 3),
    montant_total: paid / 100,
    montant_allocations: paid / 100,
    montant_aides: 0,
    montant_autres: 0,
  }))
  const answers = [
    ...quotients,
    answer(
      { est_beneficiaire: true, avec_majoration: false, date_debut_droit: day(year, first, 1) },
      { ressource: 'v3/cnav/prime_activite' },
    ),
    answer({
      inscription: {
        date_debut: day(year, first, 4),
        date_fin: day(year, first + 4, 28),
        categorie: { code: 1, libelle: 'PERSONNE SANS EMPLOI' },
      },
    }),
    answer({ paiements: payments }),
  ]
  return new TextEncoder().encode(`${JSON.stringify(answers, undefined, 1)}\n`)
}

function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
}
