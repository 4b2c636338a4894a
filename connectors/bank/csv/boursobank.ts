import type { Dialect } from './dialect.ts'

const ages = [[], ['supplierfound']].flatMap((found) =>
  [[], ['comment']].map((comment) => [
    ...['dateop', 'dateval', 'label', 'category', 'categoryparent'],
    ...found,
    'amount',
    ...comment,
    ...['accountnum', 'accountlabel', 'accountbalance'],
  ]),
)

/** All accounts in one file. The balance is that of a day which only the file's name says: it is left out, with the categories. */
export const boursobank: Dialect = {
  id: 'csv-boursobank',
  label: { fr: 'CSV de BoursoBank', en: 'CSV of BoursoBank' },
  headers: ages,
  columns: {
    bookingDate: 'dateop',
    valueDate: 'dateval',
    label: 'label',
    memo: 'comment',
    amount: 'amount',
    account: 'accountnum',
    accountName: 'accountlabel',
  },
  days: 'iso',
}
