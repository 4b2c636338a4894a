import { readAccountBalance, readBankAccount, readBankOperation } from '#vocab/generated/bank'
import { tb } from '#vocab/generated/terms'
import { dayName, money } from '../../../shared/i18n/format.ts'
import { language } from '../../../shared/i18n/language.ts'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { numberEnd } from '../../../shared/pod/partner-name.ts'
import { joined, type Kind, kind } from '../summary.ts'

const words = {
  operations: { fr: 'Opérations', en: 'Transactions' },
  balances: { fr: 'Soldes', en: 'Balances' },
  accounts: { fr: 'Comptes', en: 'Accounts' },
  account: { fr: 'Compte', en: 'Account' },
  checking: { fr: 'Compte courant', en: 'Current account' },
  savings: { fr: 'Compte d’épargne', en: 'Savings account' },
  card: { fr: 'Carte', en: 'Card' },
  ending: {
    fr: (name: string, end: string) => `${name} finissant par ${end}`,
    en: (name: string, end: string) => `${name} ending ${end}`,
  },
  balance: { fr: (day: string) => `Solde au ${day}`, en: (day: string) => `Balance on ${day}` },
  available: { fr: (day: string) => `Disponible au ${day}`, en: (day: string) => `Available on ${day}` },
  countsFrom: { fr: (day: string) => `compté au ${day}`, en: (day: string) => `counted from ${day}` },
} satisfies Messages

export const kinds: readonly Kind[] = [
  kind(tb.BankOperation, words.operations, readBankOperation, (it) => ({
    day: it.bookingDate,
    words: () => ({
      title: it.label,
      detail: joined(
        it.memo,
        it.valueDate === undefined || it.valueDate === it.bookingDate
          ? ''
          : t(words.countsFrom, dayName(it.valueDate)),
      ),
      value: money(it.amountCents, it.currency, { sign: true }),
    }),
  })),
  kind(tb.AccountBalance, words.balances, readAccountBalance, (it) => ({
    day: it.date,
    isAside: true,
    words: () => ({
      title: t(it.kind === 'available' ? words.available : words.balance, dayName(it.date)),
      detail: '',
      value: money(it.amountCents, it.currency),
    }),
  })),
  kind(tb.BankAccount, words.accounts, readBankAccount, (it) => ({
    day: '',
    words: () => ({
      title: t(
        words.ending,
        it.name ?? t(it.kind === undefined || it.kind === 'other' ? words.account : words[it.kind]),
        numberEnd(it.number),
      ),
      detail: currencyName(it.currency),
      value: '',
    }),
  })),
]

/** `EUR` → `euro`. */
const currencyName = (code: string): string =>
  new Intl.DisplayNames(language(), { type: 'currency' }).of(code) ?? code
