import { type CalendarEvent, type Contact, writeCalendarEvent, writeContact } from '#vocab/generated/contacts'
import { shortDigest8, slug } from '#vocab/identity'
import type { MapContext, Mapped, Notice, PodNode } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { ConnectorError } from '../errors.ts'
import { known } from '../known.ts'
import { podNode } from '../pod-node.ts'
import { type ContactRow, type ContactsRow, type EventRow, type LeftOut, sayingOf } from './rows.ts'

/**
 * Contacts; events by the year in which they begin; those that come again, and their exceptions. Each in four documents, by
 * what names the record: so some thousands fit, and one that moves within its year stays where it is.
 */
export function mapContacts(rows: readonly ContactsRow[], { container }: MapContext): Mapped {
  if (rows.length === 0) throw new ConnectorError('empty')
  const documents = new Documents()
  for (const row of rows) {
    if (row.type === 'left-out') continue
    const key = keyOf(row)
    const url = `${container}${documentOf(row)}-${quarterOf(row.type === 'event' ? row.uid || key : key)}.ttl`
    const node = row.type === 'contact' ? contactNode(row, key, url) : eventNode(row, key, url)
    documents.add(url, node)
  }
  return {
    documents: documents.sorted(),
    notices: [...noticeOf(rows, 'group'), ...noticeOf(rows, 'task')],
  }
}

/** Without a UID, what the record says: a record that changes is then another one. */
function keyOf(row: ContactRow | EventRow): string {
  const hasUid = row.type === 'contact' ? row.key !== '' : row.uid !== ''
  return hasUid ? row.key : `content-${slug(sayingOf(row))}`
}

function documentOf(row: ContactRow | EventRow): string {
  if (row.type === 'contact') return 'contacts'
  const { rule, added, replaces, start, startDay, localStart } = row
  if (rule !== undefined || replaces !== undefined || added.length > 0) return 'events-recurring'
  return `events-${(startDay ?? localStart ?? start ?? '').slice(0, 4)}`
}

/** 1 to 4. */
function quarterOf(name: string): number {
  return (Number.parseInt(shortDigest8('contacts', name).slice(0, 1), 16) >> 2) + 1
}

function contactNode(
  { type: _, key: __, sourceLine, ...said }: ContactRow,
  recordKey: string,
  url: string,
): PodNode {
  return podNode(url, known<Contact>({ recordKey, ...said }), writeContact, sourceLine)
}

function eventNode(
  { type: _, key: __, sourceLine, ...said }: EventRow,
  recordKey: string,
  url: string,
): PodNode {
  const uid = said.uid === '' ? recordKey : said.uid
  return podNode(url, known<CalendarEvent>({ recordKey, ...said, uid }), writeCalendarEvent, sourceLine)
}

const texts = {
  group: { fr: 'Groupes de contacts, laissés de côté.', en: 'Groups of contacts, left out.' },
  task: {
    fr: 'Tâches, journaux et disponibilités, laissés de côté.',
    en: 'Tasks, journals and free times, left out.',
  },
} as const

function noticeOf(rows: readonly ContactsRow[], code: LeftOut['why']): Notice[] {
  const count = rows.filter((row) => row.type === 'left-out' && row.why === code).length
  return count === 0 ? [] : [{ code, count, text: texts[code] }]
}
