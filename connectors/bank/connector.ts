import type { Connector } from '../connector.ts'
import { accountKey } from './account-id.ts'
import { layouts } from './layouts.ts'
import { mapBank } from './map.ts'
import { parseBank, sniffBank } from './parse.ts'
import type { BankRow } from './rows.ts'

export const bank: Connector<BankRow> = {
  id: 'bank',
  version: '0.2.0',
  title: { fr: 'Comptes et opérations bancaires', en: 'Bank accounts and transactions' },
  domain: 'bank',
  file: { fr: 'bancaire', en: 'a bank file' },
  sender: { fr: 'une banque', en: 'a bank' },
  purpose: {
    fr: 'Vous remettre vos relevés de compte, pour les lire et les rapprocher de vos factures.',
    en: 'To give you your account statements, to read them and to match them with your bills.',
  },
  keepDays: 3653,
  expectedDays: 35,
  accepts: layouts,
  sniff: sniffBank,
  parse: parseBank,
  key(row) {
    if (row.type === 'pending') return 'pending'
    const account = accountKey(row.account)
    if (row.type === 'account') return account
    return row.type === 'balance'
      ? `${account}/balance/${row.kind}/${row.date}`
      : `${account}/operation/${row.recordKey}`
  },
  map: mapBank,
}
