import type { Notice } from '../connector.ts'
import type { AccountId, BankRow, PendingRow } from './rows.ts'

/** What the reader of an import's summary must know although nothing failed. */
export function noticesOf(rows: readonly BankRow[]): Notice[] {
  const pending = rows.flatMap((row) => (row.type === 'pending' ? [pendingNotice(row)] : []))
  const unnamed = rows.filter((row) => row.type === 'operation' && isUnnamed(row.account)).length
  return unnamed === 0 ? pending : [...pending, unnamedNotice(unnamed)]
}

const isUnnamed = ({ route, number }: AccountId): boolean => route !== undefined && number === ''

/** Two accounts at one bank whose files name neither would be one: an operation alike in both would count once. */
function unnamedNotice(count: number): Notice {
  return {
    code: 'unnamed-account',
    count,
    text: {
      fr: 'Opérations d’un compte que le fichier ne nomme pas : n’envoyez ainsi qu’un seul compte de cette banque',
      en: 'Operations of an account that the file does not name: send one account of this bank alone in this way',
    },
  }
}

/** Tells how many operations were left out because the bank has not booked them. */
function pendingNotice({ count }: PendingRow): Notice {
  return {
    code: 'pending',
    count,
    text: {
      fr: 'Opérations pas encore comptabilisées, laissées de côté jusqu’à ce qu’elles le soient',
      en: 'Operations not booked yet, left out until they are',
    },
  }
}
