import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, type Contact, readCalendarEvent, readContact } from '#vocab/generated/contacts'
import { expandRecurrence } from '#vocab/recurrence/expand'
import { maxFileBytes } from '../formats/decode.ts'
import { planImport } from '../runner/plan.ts'
import { recordsOf } from '../testing/plan-reading.ts'
import { contactsCalendar } from './connector.ts'
import { calendarSample, contactsSample } from './sample.ts'
import { at, calendar, card, event, nine } from './testing/texts.ts'

const folder = new URL('.', import.meta.url)
const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, folder))

const context = {
  container: 'https://pod.example/alice/data/contacts/carnet/',
  partner: 'https://carnet.example/card#me',
  at: new Date('2026-11-02T08:00:00Z'),
}
const planOf = (bytes: Uint8Array) => planImport(contactsCalendar, bytes, context)
const contactsOf = async (bytes: Uint8Array): Promise<Contact[]> =>
  recordsOf(await planOf(bytes)).flatMap((node) => readContact(node) ?? [])
const eventsOf = async (bytes: Uint8Array): Promise<CalendarEvent[]> =>
  recordsOf(await planOf(bytes)).flatMap((node) => readCalendarEvent(node) ?? [])

describe('zones', () => {
  const zone = (name: string): string[] => ['BEGIN:VTIMEZONE', `TZID:${name}`, 'END:VTIMEZONE']
  const dinner = (index: number): string[] =>
    event(`UID:${index}`, `DTSTART;TZID=/n${index}/Europe/Paris:20260301T090000`)
  const thousand = Array.from({ length: 1000 }, (_, index) => index)

  it('may be a thousand, defined and named', () => {
    const bytes = calendar(...thousand.flatMap((index) => zone(`z${index}`)), ...thousand.flatMap(dinner))
    expect(contactsCalendar.parse(bytes)).toHaveLength(1000)
  })

  it.each([
    ['defined', calendar(...[...thousand, 1000].flatMap((index) => zone(`z${index}`)))],
    ['named', calendar(...[...thousand, 1000].flatMap(dinner))],
  ])('are refused beyond that when %s', (_, bytes) => {
    expect(() => contactsCalendar.parse(bytes)).toThrow('too-many-records')
  })
})

/** What one file may say of one thing: each was read for minutes, or took all memory. */
describe('one property, as long as a file may be,', () => {
  const long = (unit: string, around = 200): string => unit.repeat((maxFileBytes - around) / unit.length)
  const zone = (...lines: string[]): string[] => ['BEGIN:VTIMEZONE', 'TZID:X', ...lines, 'END:VTIMEZONE']
  const half = (...lines: string[]): string[] => [
    ...['BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100'],
    ...[...lines, 'END:STANDARD'],
  ]
  const dinner = event('UID:a', 'DTSTART;TZID=X:20260301T090000')
  const [monthDays, daily] = ['RRULE:FREQ=YEARLY;BYMONTHDAY=', 'RRULE:FREQ=YEARLY;BYDAY=MO,TU']

  it.each([
    ['a name of parts', () => card(`N:${long(';')}`), 'too-long'],
    ['an address of parts', () => card('FN:A', `ADR:${long(';')}`), 'too-long'],
    ['an organisation of parts', () => card(`ORG:${long('a;')}`), 'too-long'],
    ['a name of line ends', () => card(`FN:A${long('\r')}`), 'too-many-records'],
    ['a name of blanks', () => card(`FN:${long('\\n')}`), 'too-long'],
    ['a rule', () => calendar(...at('a', nine, `${monthDays}${long('1,')}1`)), 'too-long'],
    [
      'days that are left out',
      () => calendar(...at('a', nine, `EXDATE:${long('20260101,')}`)),
      'too-many-records',
    ],
    [
      'a rule of a zone',
      () => calendar(...zone(...half(`${monthDays}${long('1,', 500)}1`)), ...dinner),
      'too-long',
    ],
    [
      'moments of a zone',
      () => calendar(...zone(...half(`RDATE:${long('19700101,', 500)}`)), ...dinner),
      'too-many-records',
    ],
    [
      'parts of a zone',
      () => calendar(...zone(...Array(101).fill(half()).flat()), ...dinner),
      'too-many-records',
    ],
    ['a zone that changes each week', () => calendar(...zone(...half(daily)), ...dinner), 'unsupported'],
  ])('is refused at once: %s', (_, file, code) => {
    const bytes = file()
    const start = process.cpuUsage()
    expect(() => contactsCalendar.parse(bytes)).toThrow(expect.objectContaining({ code }))
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000)
  })

  it('may have as many parts, moments and changes as are made', () => {
    const names = card(`N:${'a;'.repeat(31)}a`)
    expect(contactsCalendar.parse(names)).toMatchObject([{ name: 'a a' }])
    const summer = half('RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12')
    const listed = half(`RDATE:${Array(499).fill('19800101').join()}`)
    expect(
      contactsCalendar.parse(
        calendar(
          ...zone(
            ...Array(50)
              .fill([...summer, ...listed])
              .flat(),
          ),
          ...dinner,
        ),
      ),
    ).toMatchObject([{ start: '2026-03-01T08:00:00Z' }])
  })
})

it.each(['VCARD', 'VCALENDAR'])('a stranger beside a %s is refused without a word of the file', (name) => {
  const head = `BEGIN:${name}\nVERSION:3.0\nFN:A\nEND:${name}\n`
  const bytes = Buffer.from(`${head}BEGIN:NOUR-0612345678\nEND:NOUR-0612345678\n`)
  const refusal = expect.objectContaining({ code: 'unsupported', line: 5, field: 'BEGIN' })
  expect(() => contactsCalendar.parse(bytes)).toThrow(refusal)
  expect(() => contactsCalendar.parse(bytes)).not.toThrow(/NOUR|0612/i)
})

describe('the contacts and calendar connector', () => {
  it('keeps no picture, note, description or guest, and counts the groups and tasks that it leaves out', async () => {
    for (const [name, left] of [
      ['telephone-2.1.vcf', []],
      ['carnet-3.0.vcf', [['group', 1]]],
      ['agenda.ics', [['task', 1]]],
    ] as const) {
      const { documents, notices } = await planOf(fixture(name))
      const written = documents.map(({ patch }) => patch).join()
      for (const secret of ['secret', '/9j/', 'mailto', 'Rappel']) expect(written).not.toContain(secret)
      expect(notices.map(({ code, count }) => [code, count])).toEqual(left)
    }
  })

  it('takes a correction of an event for the later one', async () => {
    const moved = at('a', '20260301T100000Z', 'SEQUENCE:2')
    for (const file of [calendar(...at('a', nine), ...moved), calendar(...moved, ...at('a', nine))])
      expect((await eventsOf(file)).map(({ start }) => start)).toEqual(['2026-03-01T10:00:00Z'])
  })

  it('says a card without an identifier once, and another that differs apart', async () => {
    const cards = [card('FN:A', 'TEL:1'), card('FN:A', 'TEL:1'), card('FN:A', 'TEL:2')]
    expect((await contactsOf(Buffer.concat(cards))).map(({ phones }) => phones).sort()).toEqual([
      ['1'],
      ['2'],
    ])
  })

  it.each([
    ['BDAY:--0229', { birthMonthDay: '--02-29' }],
    ['BDAY:--03-22', { birthMonthDay: '--03-22' }],
    ['BDAY;VALUE=date:1984-03-22', { birthday: '1984-03-22' }],
    ['BDAY:19840322T093000Z', { birthday: '1984-03-22' }],
    ['BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-22', { birthMonthDay: '--03-22' }],
    ['BDAY;VALUE=text:au printemps', {}],
    ['BDAY:1984', {}],
    ['BDAY:', {}],
  ])('reads %s as no more than it says', async (line, birthday) => {
    const [contact] = await contactsOf(card('FN:A', line))
    const { birthday: day, birthMonthDay } = contact ?? {}
    expect({ ...(day && { birthday: day }), ...(birthMonthDay && { birthMonthDay }) }).toEqual(birthday)
  })

  it('gives the days of an event that a file defines its own zone for, and the occurrences of one that Windows names', async () => {
    const events = await eventsOf(fixture('bureau.ics'))
    const named = (name: string): CalendarEvent | undefined => events.find((it) => it.name === name)
    expect(named('Hiver')).toMatchObject({ start: '2026-01-15T11:00:00Z', end: '2026-01-16T11:00:00Z' })
    expect(named('Été')).toMatchObject({ start: '2026-07-15T10:00:00Z', end: '2026-07-15T10:45:00Z' })
    const morning = named('Point du matin')
    expect(morning?.timeZone).toBe('Europe/Paris')
    const { occurrences } = expandRecurrence(morning as CalendarEvent, '2026-03-26', '2026-03-31')
    expect(occurrences.map(({ start }) => start)).toEqual([
      '2026-03-26T08:00:00Z',
      '2026-03-27T08:00:00Z',
      '2026-03-30T07:00:00Z',
    ])
  })

  it('reads a year in little time', async () => {
    const start = process.cpuUsage()
    expect(await contactsOf(contactsSample({ seed: 1 }))).toHaveLength(60)
    const events = await eventsOf(calendarSample({ seed: 1, year: 2026 }))
    expect(events).toHaveLength(64)
    const times = events.flatMap((it) => expandRecurrence(it, '2026-01-01', '2027-01-01').occurrences)
    expect(times).toHaveLength(61 + 52 + 52 + 52 + 1)
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000)
  })

  it('reads back any name and any time', async () => {
    const name = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .filter((it) => it.trim() !== '' && !/[\p{C}\ufffd]/u.test(it))
    const noon = fc.integer({ min: 0, max: 60_000 }).map((day) => new Date(day * 86_400_000 + 43_200_000))
    await fc.assert(
      fc.asyncProperty(name, noon, async (text, day) => {
        const digits = `${day.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
        const escaped = text.replace(/[\\;,]/g, '\\$&')
        const [row] = await contactsCalendar.parse(
          calendar(...event('UID:a', `DTSTART:${digits}`, `SUMMARY:${escaped}`)),
        )
        const start = `${day.toISOString().slice(0, 19)}Z`
        expect(row).toMatchObject({ name: text.replace(/\s+/g, ' ').trim(), start })
      }),
      { numRuns: 100 },
    )
  })
})
