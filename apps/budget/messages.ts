import { elided } from '../shared/i18n/elided.ts'
import { capital } from '../shared/i18n/format.ts'
import type { Messages } from '../shared/i18n/t.ts'

export const messages = {
  name: { fr: 'Mon budget', en: 'My budget' },
  welcome: { fr: 'Vos comptes, au même endroit', en: 'Your accounts, in one place' },
  welcomeText: {
    fr: 'Voyez ce qui entre, ce qui sort et ce qui reste. Vos opérations restent dans votre espace.',
    en: 'See what comes in, what goes out and what is left. Your transactions stay in your space.',
  },
  refused: {
    fr: 'Cette application n’a pas accès à vos comptes',
    en: 'This app has no access to your accounts',
  },
  refusedText: {
    fr: 'Pour montrer votre budget, « Mon budget » doit pouvoir lire la catégorie « Comptes et opérations bancaires ». Elle ne verra rien d’autre et ne pourra rien modifier.',
    en: 'To show your budget, “My budget” must be able to read the category “Bank accounts and transactions”. It will see nothing else and can change nothing.',
  },
  empty: { fr: 'Pas encore d’opération', en: 'No transactions yet' },
  emptyText: {
    fr: 'Votre banque n’a encore rien déposé dans votre espace. Vos opérations apparaîtront ici dès qu’elle l’aura fait.',
    en: 'Your bank has not put anything in your space yet. Your transactions will appear here as soon as it does.',
  },
  accounts: { fr: 'Comptes', en: 'Accounts' },
  checking: { fr: 'Compte courant', en: 'Current account' },
  savings: { fr: 'Compte d’épargne', en: 'Savings account' },
  card: { fr: 'Carte', en: 'Card' },
  other: { fr: 'Compte', en: 'Account' },
  numberEnding: {
    fr: (ending: string) => `finissant par ${ending}`,
    en: (ending: string) => `ending in ${ending}`,
  },
  balanceOn: { fr: (day: string) => `Solde au ${day}`, en: (day: string) => `Balance on ${day}` },
  availableOn: { fr: (day: string) => `Disponible au ${day}`, en: (day: string) => `Available on ${day}` },
  noBalance: { fr: 'Solde inconnu', en: 'Balance unknown' },
  inOut: { fr: 'Entrées et sorties', en: 'Money in and out' },
  cameIn: { fr: 'Entrées', en: 'In' },
  wentOut: { fr: 'Sorties', en: 'Out' },
  captionOne: {
    fr: (month: string, cameIn: string, wentOut: string) =>
      `En ${month}, ${cameIn} entrés et ${wentOut} sortis.`,
    en: (month: string, cameIn: string, wentOut: string) => `In ${month}, ${cameIn} in and ${wentOut} out.`,
  },
  caption: {
    fr: (first: string, last: string, cameIn: string, wentOut: string) =>
      `${capital(elided(first))} à ${last}, en moyenne ${cameIn} entrés et ${wentOut} sortis par mois.`,
    en: (first: string, last: string, cameIn: string, wentOut: string) =>
      `From ${first} to ${last}, on average ${cameIn} in and ${wentOut} out a month.`,
  },
  mixed: {
    fr: (currency: string) => `Les totaux ne comptent que les opérations en ${currency}.`,
    en: (currency: string) => `Totals count only transactions in ${currency}.`,
  },
  month: { fr: 'Mois', en: 'Month' },
  seeMonth: { fr: 'Voir les opérations', en: 'See the transactions' },
  operations: { fr: 'Opérations', en: 'Transactions' },
  search: { fr: 'Rechercher une opération', en: 'Search transactions' },
  searchHint: {
    fr: (amount: string) => `Un mot du libellé, un mois ou un montant, par exemple ${amount}`,
    en: (amount: string) => `A word of the label, a month, or an amount such as ${amount}`,
  },
  account: { fr: 'Compte', en: 'Account' },
  allAccounts: { fr: 'Tous les comptes', en: 'All accounts' },
  count: {
    fr: (count: string, many: boolean) => `${count} ${many ? 'opérations' : 'opération'}`,
    en: (count: string, many: boolean) => `${count} ${many ? 'transactions' : 'transaction'}`,
  },
  countSoFar: {
    fr: (count: string) => `${count} opérations lues jusqu’ici`,
    en: (count: string) => `${count} transactions read so far`,
  },
  nothingFound: { fr: 'Aucune opération ne correspond.', en: 'No transaction matches.' },
  monthSums: {
    fr: (cameIn: string, wentOut: string) => `${cameIn} entrés, ${wentOut} sortis`,
    en: (cameIn: string, wentOut: string) => `${cameIn} in, ${wentOut} out`,
  },
  corrected: { fr: 'corrigé', en: 'corrected' },
  correctedWhy: {
    fr: 'La banque a corrigé cette opération. Elle disait auparavant :',
    en: 'The bank corrected this transaction. It said before:',
  },
  second: {
    fr: 'probablement la même opération, reçue par une autre voie',
    en: 'probably the same transaction, received by another route',
  },
  secondWhy: {
    fr: (other: string) =>
      `Même compte, même jour et même montant, dans un autre fichier de la banque. Seule celle-ci compte dans les totaux : ${other}.`,
    en: (other: string) =>
      `Same account, same day and same amount, in another of the bank’s files. Only this one counts in totals: ${other}.`,
  },
  batchWhy: {
    fr: (first: string) =>
      `C’est la somme d’un lot, que la banque détaille dans un autre fichier. Ce sont les opérations du lot qui comptent dans les totaux ; la première : ${first}.`,
    en: (first: string) =>
      `This is the sum of a batch, which the bank details in another file. The operations of the batch count in totals; the first: ${first}.`,
  },
  version: {
    fr: (day: string, label: string, amount: string) => `${day}, « ${label} », ${amount}`,
    en: (day: string, label: string, amount: string) => `${day}, “${label}”, ${amount}`,
  },
} satisfies Messages
