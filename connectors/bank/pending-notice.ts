import type { Notice } from '../connector.ts'
import type { PendingRow } from './rows.ts'

/** Tells how many operations were left out because the bank has not booked them. */
export function pendingNotice({ count }: PendingRow): Notice {
  return {
    code: 'pending',
    count,
    text: {
      fr: 'Opérations pas encore comptabilisées, laissées de côté jusqu’à ce qu’elles le soient',
      en: 'Operations not booked yet, left out until they are',
    },
  }
}
