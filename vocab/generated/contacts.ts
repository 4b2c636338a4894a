// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/contacts.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { choice, text, typed } from '../kinds.ts'
import { SCHEMA, TB, XSD } from '../namespaces.ts'
import { many, one, optional, shape } from '../shape.ts'

/** Contact / Contact: https://w3id.org/traboule/ns#ContactShape */
export interface Contact {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** name / nom (at most 300 characters): http://www.w3.org/2006/vcard/ns#fn */
  readonly name: string
  /** e-mail addresses / adresses électroniques (at most 300 characters): https://schema.org/email */
  readonly emails: readonly string[]
  /** mobile phones / téléphones mobiles (at most 64 characters): https://w3id.org/traboule/ns#mobilePhone */
  readonly mobilePhones: readonly string[]
  /** home phones / téléphones du domicile (at most 64 characters): https://w3id.org/traboule/ns#homePhone */
  readonly homePhones: readonly string[]
  /** work phones / téléphones du travail (at most 64 characters): https://w3id.org/traboule/ns#workPhone */
  readonly workPhones: readonly string[]
  /** other phones / autres téléphones (at most 64 characters): https://schema.org/telephone */
  readonly phones: readonly string[]
  /** organisation / organisation (at most 300 characters): http://www.w3.org/2006/vcard/ns#organization-name */
  readonly organisation?: string
  /** date of birth / date de naissance (YYYY-MM-DD): http://www.w3.org/2006/vcard/ns#bday */
  readonly birthday?: string
  /** birthday without a year / anniversaire sans année: https://w3id.org/traboule/ns#birthMonthDay */
  readonly birthMonthDay?: string
  /** addresses, on one line / adresses, sur une ligne (at most 500 characters): https://schema.org/address */
  readonly addresses: readonly string[]
}

const contactShape = shape<Contact>([`${TB}Contact`, 'http://www.w3.org/2006/vcard/ns#Individual'], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  name: one('http://www.w3.org/2006/vcard/ns#fn', text({ minLength: 1, maxLength: 300 })),
  emails: many(`${SCHEMA}email`, text({ minLength: 1, maxLength: 300 })),
  mobilePhones: many(`${TB}mobilePhone`, text({ minLength: 1, maxLength: 64 })),
  homePhones: many(`${TB}homePhone`, text({ minLength: 1, maxLength: 64 })),
  workPhones: many(`${TB}workPhone`, text({ minLength: 1, maxLength: 64 })),
  phones: many(`${SCHEMA}telephone`, text({ minLength: 1, maxLength: 64 })),
  organisation: optional('http://www.w3.org/2006/vcard/ns#organization-name', text({ minLength: 1, maxLength: 300 })),
  birthday: optional('http://www.w3.org/2006/vcard/ns#bday', typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  birthMonthDay: optional(`${TB}birthMonthDay`, text({ pattern: /^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  addresses: many(`${SCHEMA}address`, text({ minLength: 1, maxLength: 500 })),
})

/** Undefined when the node does not conform to the shape. */
export function readContact(node: Node): Contact | undefined {
  return contactShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeContact(value: Contact, subject: string): Quad[] {
  return contactShape.write(value, subject)
}

export function isContact(value: unknown): value is Contact {
  return contactShape.is(value)
}

/** Calendar event / Événement d’agenda: https://w3id.org/traboule/ns#CalendarEventShape */
export interface CalendarEvent {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** identifier of the event, shared with its exceptions / identifiant de l’événement, commun à ses exceptions (at most 500 characters): https://schema.org/identifier */
  readonly uid: string
  /** summary / intitulé (at most 500 characters): https://schema.org/name */
  readonly name?: string
  /** start, in UTC / début, en UTC (ISO 8601 in UTC, ending in Z): https://schema.org/startDate */
  readonly start?: string
  /** end, in UTC / fin, en UTC (ISO 8601 in UTC, ending in Z): https://schema.org/endDate */
  readonly end?: string
  /** time zone (IANA name) / fuseau (nom IANA): https://w3id.org/traboule/ns#timeZone */
  readonly timeZone?: string
  /** first day / premier jour (YYYY-MM-DD): https://w3id.org/traboule/ns#startDay */
  readonly startDay?: string
  /** day after the last / lendemain du dernier jour (YYYY-MM-DD): https://w3id.org/traboule/ns#endDay */
  readonly endDay?: string
  /** start, local time without a zone / début, heure locale sans fuseau (ISO 8601 in UTC, ending in Z): https://w3id.org/traboule/ns#localStart */
  readonly localStart?: string
  /** end, local time without a zone / fin, heure locale sans fuseau (ISO 8601 in UTC, ending in Z): https://w3id.org/traboule/ns#localEnd */
  readonly localEnd?: string
  /** place / lieu (at most 1000 characters): https://schema.org/location */
  readonly location?: string
  /** status / état: https://w3id.org/traboule/ns#eventStatus */
  readonly status?: 'confirmed' | 'tentative' | 'cancelled'
  /** recurrence rule (RRULE) / règle de récurrence (RRULE) (at most 500 characters): https://w3id.org/traboule/ns#recurrenceRule */
  readonly rule?: string
  /** excluded starts / débuts exclus: https://w3id.org/traboule/ns#excludedStart */
  readonly excluded: readonly string[]
  /** added starts / débuts ajoutés: https://w3id.org/traboule/ns#addedStart */
  readonly added: readonly string[]
  /** replaced start / début remplacé: https://w3id.org/traboule/ns#replacesStart */
  readonly replaces?: string
}

const calendarEventShape = shape<CalendarEvent>([`${TB}Event`, `${SCHEMA}Event`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  uid: one(`${SCHEMA}identifier`, text({ minLength: 1, maxLength: 500 })),
  name: optional(`${SCHEMA}name`, text({ minLength: 1, maxLength: 500 })),
  start: optional(`${SCHEMA}startDate`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,3})?Z$/ })),
  end: optional(`${SCHEMA}endDate`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,3})?Z$/ })),
  timeZone: optional(`${TB}timeZone`, text({ pattern: /^[A-Za-z0-9_+/-]{1,64}$/ })),
  startDay: optional(`${TB}startDay`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  endDay: optional(`${TB}endDay`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  localStart: optional(`${TB}localStart`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$/ })),
  localEnd: optional(`${TB}localEnd`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$/ })),
  location: optional(`${SCHEMA}location`, text({ minLength: 1, maxLength: 1000 })),
  status: optional(`${TB}eventStatus`, choice(['confirmed', 'tentative', 'cancelled'])),
  rule: optional(`${TB}recurrenceRule`, text({ pattern: /^[A-Z]+=[A-Z0-9,+-]+(;[A-Z]+=[A-Z0-9,+-]+)*$/, maxLength: 500 })),
  excluded: many(`${TB}excludedStart`, text({ pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z?)?$/ })),
  added: many(`${TB}addedStart`, text({ pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z?)?(\/[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z?)?)?$/ })),
  replaces: optional(`${TB}replacesStart`, text({ pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z?)?$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readCalendarEvent(node: Node): CalendarEvent | undefined {
  return calendarEventShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeCalendarEvent(value: CalendarEvent, subject: string): Quad[] {
  return calendarEventShape.write(value, subject)
}

export function isCalendarEvent(value: unknown): value is CalendarEvent {
  return calendarEventShape.is(value)
}
