import { readFileSync } from 'node:fs'
import { contract } from '../testing/contract.ts'
import { contactsCalendar } from './connector.ts'
import { at, calendar, card, event, nine } from './testing/texts.ts'

const folder = new URL('.', import.meta.url)
const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, folder))

contract({
  connector: contactsCalendar,
  folder,
  fixtures: ['carnet-3.0.vcf', 'carnet-4.0.vcf', 'telephone-2.1.vcf', 'agenda.ics', 'bureau.ics'],
  overlap: {
    first: calendar(...at('a', nine), ...at('b', nine)),
    second: calendar(...at('b', nine), ...at('c', nine), ...at('d', '20270301T090000Z')),
    added: 2,
  },
  correction: {
    before: calendar(...at('a', nine), ...at('b', nine)),
    after: calendar(...at('a', nine), ...at('b', '20260301T100000Z', 'SEQUENCE:1')),
  },
  // Two dinners that say the same, under two identifiers.
  twins: { file: calendar(...at('a', nine), ...at('b', nine)), records: 2, once: calendar(...at('a', nine)) },
  refused: [
    {
      name: 'a cut address book',
      bytes: fixture('carnet-3.0.vcf').subarray(0, 300),
      code: 'truncated',
      line: 10,
    },
    {
      name: 'a cut card',
      bytes: Buffer.from('BEGIN:VCARD\nVERSION:3.0\nFN:Nour\n'),
      code: 'truncated',
      line: 3,
    },
    {
      name: 'a card without a version',
      bytes: Buffer.from('BEGIN:VCARD\nFN:A\nEND:VCARD\n'),
      code: 'missing-field',
      line: 1,
    },
    {
      name: 'a card of version 5',
      bytes: Buffer.from('BEGIN:VCARD\nVERSION:5.0\nEND:VCARD\n'),
      code: 'unsupported',
      line: 2,
    },
    { name: 'a card that names nobody', bytes: card('NOTE:a'), code: 'missing-field', line: 1 },
    { name: 'a name beyond bounds', bytes: card(`FN:${'x'.repeat(301)}`), code: 'too-long', line: 3 },
    {
      name: 'a name that is long before it is decoded',
      bytes: card(`FN;ENCODING=QUOTED-PRINTABLE:A${'=20'.repeat(2000)}`),
      code: 'too-long',
      line: 3,
    },
    {
      name: 'a phone beyond bounds',
      bytes: card('FN:A', `TEL:${'1'.repeat(65)}`),
      code: 'too-long',
      line: 4,
    },
    {
      name: 'a birthday on a 30th of February',
      bytes: card('FN:A', 'BDAY:19840230'),
      code: 'bad-field',
      line: 4,
    },
    {
      name: 'a birthday in the French order',
      bytes: card('FN:A', 'BDAY:22/03/1984'),
      code: 'bad-field',
      line: 4,
    },
    {
      name: 'bytes that are none',
      bytes: card('FN;ENCODING=QUOTED-PRINTABLE:=C3=ZZ'),
      code: 'bad-field',
      line: 3,
    },
    {
      name: 'two people under one identifier',
      bytes: Buffer.concat([card('UID:1', 'FN:A'), card('UID:1', 'FN:B')]),
      code: 'contradiction',
      line: 6,
    },
    { name: 'an event without a start', bytes: calendar(...event('UID:a')), code: 'missing-field', line: 3 },
    { name: 'a 31st of April', bytes: calendar(...at('a', '20260431')), code: 'bad-field', line: 5 },
    { name: 'an hour 25', bytes: calendar(...at('a', '20260430T250000Z')), code: 'bad-field', line: 5 },
    {
      name: 'a day with an hour',
      bytes: calendar(...event('DTSTART;VALUE=DATE:20260430T100000Z')),
      code: 'bad-field',
      line: 4,
    },
    {
      name: 'an end before the start',
      bytes: calendar(...at('a', nine, 'DTEND:20260301T085959Z')),
      code: 'bad-field',
      line: 7,
    },
    {
      name: 'an end of another form',
      bytes: calendar(...at('a', nine, 'DTEND:20260302')),
      code: 'bad-field',
      line: 7,
    },
    {
      name: 'an end and a duration',
      bytes: calendar(...at('a', nine, 'DTEND:20260301T100000Z', 'DURATION:PT1H')),
      code: 'contradiction',
      line: 8,
    },
    {
      name: 'a negative duration',
      bytes: calendar(...at('a', nine, 'DURATION:-PT1H')),
      code: 'bad-field',
      line: 7,
    },
    {
      name: 'a rule that is none',
      bytes: calendar(...at('a', nine, 'RRULE:FREQ=SOMETIMES')),
      code: 'bad-field',
      line: 7,
    },
    {
      name: 'a zone that nobody knows',
      bytes: calendar(...event('UID:a', 'DTSTART;TZID=Nowhere:20260301T090000')),
      code: 'unsupported',
      line: 5,
    },
    {
      name: 'a zone without a rule to follow',
      bytes: calendar(
        ...['BEGIN:VTIMEZONE', 'TZID:X', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0100'],
        ...['TZOFFSETTO:+0100', 'RRULE:FREQ=MONTHLY', 'END:STANDARD', 'END:VTIMEZONE'],
        ...event('UID:a', 'DTSTART;TZID=X:20260301T090000'),
      ),
      code: 'unsupported',
      line: 9,
    },
    {
      name: 'an exception for all that follows',
      bytes: calendar(...at('a', nine, `RECURRENCE-ID;RANGE=THISANDFUTURE:${nine}`)),
      code: 'unsupported',
      line: 7,
    },
    {
      name: 'two events under one identifier and sequence',
      bytes: calendar(...at('a', nine), ...at('a', '20260301T100000Z')),
      code: 'contradiction',
      line: 8,
    },
    { name: 'a calendar of nothing', bytes: calendar(), code: 'empty' },
    {
      name: 'a value that never ends',
      bytes: card('FN:A', `EMAIL:${'x'.repeat(2_000_000)}`),
      code: 'too-long',
      line: 4,
    },
  ],
  secrets: [
    'Nour Perrache',
    'nour@exemple.example',
    '+33 6 39 98 00 04',
    '1604-02-29',
    'Librairie des Pentes',
  ],
})
