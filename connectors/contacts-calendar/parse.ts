import { ConnectorError } from '../errors.ts'
import { readComponents } from '../formats/components.ts'
import { headText, maxFileBytes } from '../formats/decode.ts'
import { readEvents } from './events.ts'
import type { ContactsRow } from './rows.ts'
import { readVcards } from './vcards.ts'

/** `vcard`, `icalendar`, or nothing of ours. Looks at the first 4 KiB only. */
export function sniffContacts(bytes: Uint8Array): 'vcard' | 'icalendar' | undefined {
  const [, name] = /^BEGIN:(VCARD|VCALENDAR)\s/i.exec(headText(bytes)) ?? []
  if (name === undefined) return undefined
  return name.toUpperCase() === 'VCARD' ? 'vcard' : 'icalendar'
}

/**
 * Reads an address book or a calendar, in the file's order.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseContacts(bytes: Uint8Array): ContactsRow[] {
  if (bytes.length === 0) throw new ConnectorError('empty')
  if (bytes.length > maxFileBytes) throw new ConnectorError('too-large', { limit: '16 MiB' })
  const layout = sniffContacts(bytes)
  if (layout === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const components = readComponents(bytes)
  const rows = layout === 'vcard' ? readVcards(components) : readEvents(components)
  if (rows.length === 0) throw new ConnectorError('empty')
  return rows
}
