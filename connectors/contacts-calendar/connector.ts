import type { Connector } from '../connector.ts'
import { mapContacts } from './map.ts'
import { parseContacts, sniffContacts } from './parse.ts'
import { type ContactsRow, sayingOf } from './rows.ts'

export const contactsCalendar: Connector<ContactsRow> = {
  id: 'contacts-calendar',
  version: '0.1.0',
  title: { fr: 'Contacts et agenda', en: 'Contacts and calendar' },
  domain: 'contacts',
  file: { fr: 'de contacts ou d’agenda', en: 'a file of contacts or of a calendar' },
  sender: { fr: 'un service de contacts et d’agenda', en: 'a contacts and calendar service' },
  purpose: {
    fr: 'Vous remettre votre carnet d’adresses et votre agenda, pour les garder et vous en servir ailleurs.',
    en: 'To give you your address book and your calendar, to keep them and to use them elsewhere.',
  },
  keepDays: 3653,
  expectedDays: 35,
  accepts: [
    { id: 'vcard', label: { fr: 'vCard 2.1, 3.0 et 4.0', en: 'vCard 2.1, 3.0 and 4.0' } },
    { id: 'icalendar', label: { fr: 'iCalendar', en: 'iCalendar' } },
  ],
  sniff: sniffContacts,
  parse: parseContacts,
  key(row) {
    if (row.type === 'left-out') return row.key
    const hasUid = row.type === 'contact' ? row.key !== '' : row.uid !== ''
    return `${row.type}/${hasUid ? row.key : sayingOf(row)}`
  },
  map: mapContacts,
}
