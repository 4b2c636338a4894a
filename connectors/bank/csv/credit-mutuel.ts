import type { Dialect } from './dialect.ts'

/** The balance after each operation stands beside it; the account's number stands in the file's name alone. */
export const creditMutuel: Dialect = {
  id: 'csv-credit-mutuel',
  label: { fr: 'CSV du Crédit Mutuel et du CIC', en: 'CSV of Crédit Mutuel and CIC' },
  headers: [
    ['date', 'date de valeur', 'debit', 'credit', 'libelle', 'solde'],
    ['date', 'date de valeur', 'montant', 'libelle', 'solde'],
  ],
  columns: {
    bookingDate: 'date',
    valueDate: 'date de valeur',
    amount: 'montant',
    debit: 'debit',
    credit: 'credit',
    label: 'libelle',
    runningBalance: 'solde',
  },
  days: 'french',
  debits: 'negative',
}
