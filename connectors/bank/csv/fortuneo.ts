import type { Dialect } from './dialect.ts'

/** `13/12/2019;13/12/2019;CARTE 12/12;-6,4;` and `…;; 45;`. The account's number stands in the file's name alone. */
export const fortuneo: Dialect = {
  id: 'csv-fortuneo',
  label: { fr: 'CSV de Fortuneo', en: 'CSV of Fortuneo' },
  headers: [['date operation', 'date valeur', 'libelle', 'debit', 'credit']],
  columns: {
    bookingDate: 'date operation',
    valueDate: 'date valeur',
    label: 'libelle',
    debit: 'debit',
    credit: 'credit',
  },
  days: 'french',
  debits: 'negative',
}
