import { fold } from '../../shared/i18n/fold.ts'
import { parisDay } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { type Granted, recipientName } from '../consent-words.ts'
import type { People } from '../people.ts'
import { receiptMessages as messages } from './messages.ts'
import type { ReceiptRow } from './receipt-row.ts'

/** What the file of a receipt is called, so that it is found again: by whom it is about, and its day. Without its ending. Pure. */
export function receiptFile(
  { event, at, ...granted }: Granted & Pick<ReceiptRow, 'event' | 'at'>,
  people: People,
): string {
  const who = fold(recipientName(granted, people))
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
  return [t(messages[event === 'given' ? 'fileGiven' : 'fileWithdrawn']), who, parisDay(new Date(at))]
    .join('-')
    .replace(/-{2,}/g, '-')
}

/** Of a name, in characters. */
const longest = 60
