import type { CalendarEvent, Contact } from '#vocab/generated/contacts'
import type { Loose } from '../known.ts'

/** `key` is the source's UID, or empty where it gives none: then what the record says tells it from the others. */
export interface ContactRow extends Loose<Omit<Contact, 'recordKey'>> {
  readonly type: 'contact'
  readonly key: string
  readonly sourceLine: number
}

export interface EventRow extends Loose<Omit<CalendarEvent, 'recordKey'>> {
  readonly type: 'event'
  /** With the start that it replaces, for an exception of a recurring event. */
  readonly key: string
  readonly sourceLine: number
}

/** What the file holds and is not written, so that a notice can count it. */
export interface LeftOut {
  readonly type: 'left-out'
  readonly key: string
  readonly why: 'group' | 'task'
}

export type ContactsRow = ContactRow | EventRow | LeftOut

/** What a record says: all but where. */
export function sayingOf({ sourceLine: _, ...said }: ContactRow | EventRow): string {
  return JSON.stringify(said)
}
