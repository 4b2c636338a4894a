import type { Dialect } from './dialect.ts'

/** Banque Populaire and Caisse d'Épargne. The account's number stands in the file's name alone; categories are left out. */
export const bpce: Dialect = {
  id: 'csv-bpce',
  label: {
    fr: 'CSV de la Banque Populaire et de la Caisse d’Épargne',
    en: 'CSV of Banque Populaire and Caisse d’Épargne',
  },
  headers: [
    [
      'date de comptabilisation',
      'libelle simplifie',
      'libelle operation',
      'reference',
      'informations complementaires',
      'type operation',
      'categorie',
      'sous categorie',
      'debit',
      'credit',
      'date operation',
      'date de valeur',
      'pointage operation',
    ],
  ],
  columns: {
    bookingDate: 'date de comptabilisation',
    valueDate: 'date de valeur',
    label: 'libelle simplifie',
    memo: 'libelle operation',
    moreMemo: 'informations complementaires',
    operationType: 'type operation',
    debit: 'debit',
    credit: 'credit',
  },
  days: 'french',
  debits: 'negative',
}
