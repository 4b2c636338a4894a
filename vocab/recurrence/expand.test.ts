import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarEvent } from '../generated/contacts.ts'
import { civilDay, dayNumber, isoDay, weekdayOf } from './days.ts'
import { expandRecurrence } from './expand.ts'

const bare: CalendarEvent = { recordKey: 'a', uid: 'a', excluded: [], added: [] }
/** At 09:00 in New York on a day of 1997, as the examples of RFC 5545 §3.8.5.3 have it. */
const newYork = (day: string, rule: string): CalendarEvent => ({
  ...bare,
  start: `1997-${day}T${day < '10-26' ? '13' : '14'}:00:00Z`,
  timeZone: 'America/New_York',
  rule,
})
const daysOf = (event: CalendarEvent, from: string, to: string): string[] =>
  expandRecurrence(event, from, to).occurrences.map(({ start }) => start.slice(0, 10))
const whole = (startDay: string, rule: string): CalendarEvent => ({ ...bare, startDay, rule })

describe('the examples of RFC 5545', () => {
  it.each<[string, string, string, string]>([
    ['09-02', 'FREQ=DAILY;COUNT=3', '1998-01-01', '1997-09-02 1997-09-03 1997-09-04'],
    [
      '09-02',
      'FREQ=DAILY;INTERVAL=10;COUNT=5',
      '1998-01-01',
      '1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12',
    ],
    [
      '09-02',
      'FREQ=WEEKLY;UNTIL=19970924T000000Z;WKST=SU;BYDAY=TU,TH',
      '1998-01-01',
      '1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23',
    ],
    [
      '09-02',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;WKST=SU;BYDAY=TU,TH',
      '1998-01-01',
      '1997-09-02 1997-09-04 1997-09-16 1997-09-18',
    ],
    ['09-05', 'FREQ=MONTHLY;COUNT=4;BYDAY=1FR', '1998-01-01', '1997-09-05 1997-10-03 1997-11-07 1997-12-05'],
    [
      '09-07',
      'FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU',
      '1998-01-01',
      '1997-09-07 1997-09-28 1997-11-02 1997-11-30',
    ],
    ['09-22', 'FREQ=MONTHLY;COUNT=3;BYDAY=-2MO', '1998-01-01', '1997-09-22 1997-10-20 1997-11-17'],
    ['09-28', 'FREQ=MONTHLY;BYMONTHDAY=-3', '1998-01-01', '1997-09-28 1997-10-29 1997-11-28 1997-12-29'],
    [
      '09-30',
      'FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1',
      '1998-01-01',
      '1997-09-30 1997-10-01 1997-10-31 1997-11-01',
    ],
    ['06-10', 'FREQ=YEARLY;COUNT=3;BYMONTH=6,7', '1999-01-01', '1997-06-10 1997-07-10 1998-06-10'],
    ['05-19', 'FREQ=YEARLY;COUNT=3;BYDAY=20MO', '2000-01-01', '1997-05-19 1998-05-18 1999-05-17'],
    [
      '03-13',
      'FREQ=YEARLY;COUNT=4;BYMONTH=3;BYDAY=TH',
      '1999-01-01',
      '1997-03-13 1997-03-20 1997-03-27 1998-03-05',
    ],
    [
      '09-13',
      'FREQ=MONTHLY;COUNT=3;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
      '1998-01-01',
      '1997-09-13 1997-10-11 1997-11-08',
    ],
    [
      '09-04',
      'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
      '1998-01-01',
      '1997-09-04 1997-10-07 1997-11-06',
    ],
    [
      '09-29',
      'FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      '1998-01-01',
      '1997-09-29 1997-10-30 1997-11-27',
    ],
    [
      '08-05',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '1998-01-01',
      '1997-08-05 1997-08-10 1997-08-19 1997-08-24',
    ],
    [
      '08-05',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '1998-01-01',
      '1997-08-05 1997-08-17 1997-08-19 1997-08-31',
    ],
  ])('from %s, %s', (day, rule, to, expected) => {
    expect(daysOf(newYork(day, rule), '1997-01-01', to).join(' ')).toBe(expected)
  })
})

describe('a recurring event', () => {
  const weekly: CalendarEvent = {
    ...bare,
    start: '2026-03-22T08:00:00Z',
    end: '2026-03-22T09:00:00Z',
    timeZone: 'Europe/Paris',
    rule: 'FREQ=WEEKLY;COUNT=3',
  }

  it('keeps its clock time across a clock change, and its length', () => {
    expect(expandRecurrence(weekly, '2026-03-01', '2026-05-01')).toEqual({
      occurrences: [
        { start: '2026-03-22T08:00:00Z', end: '2026-03-22T09:00:00Z' },
        { start: '2026-03-29T07:00:00Z', end: '2026-03-29T08:00:00Z' },
        { start: '2026-04-05T07:00:00Z', end: '2026-04-05T08:00:00Z' },
      ],
    })
  })

  it('at an hour that clocks skip comes as if they had not been put forward; in one they repeat, the first time', () => {
    const at = (start: string): CalendarEvent => ({
      ...bare,
      start,
      timeZone: 'Europe/Paris',
      rule: 'FREQ=DAILY',
    })
    const starts = (event: CalendarEvent, from: string, to: string): string[] =>
      expandRecurrence(event, from, to).occurrences.map(({ start }) => start)
    expect(starts(at('2026-03-28T01:30:00Z'), '2026-03-28', '2026-03-31')).toEqual([
      '2026-03-28T01:30:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-30T00:30:00Z',
    ])
    expect(starts(at('2026-10-24T00:30:00Z'), '2026-10-25', '2026-10-27')).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ])
  })

  it('leaves out what is excluded, by instant or by day, and has what is added; COUNT counts the excluded', () => {
    const event = {
      ...weekly,
      excluded: ['2026-03-29T07:00:00Z', '2026-04-05'],
      added: ['2026-03-30T10:00:00Z/2026-03-30T12:00:00Z', '2026-03-31T10:00:00Z', '2027-01-01T10:00:00Z'],
    }
    expect(expandRecurrence(event, '2026-03-01', '2026-05-01').occurrences).toEqual([
      { start: '2026-03-22T08:00:00Z', end: '2026-03-22T09:00:00Z' },
      { start: '2026-03-30T10:00:00Z', end: '2026-03-30T12:00:00Z' },
      { start: '2026-03-31T10:00:00Z', end: '2026-03-31T11:00:00Z' },
    ])
  })

  it('of whole days has the day after its last for an end; UNTIL counts that day', () => {
    const event = { ...whole('2026-12-30', 'FREQ=DAILY;INTERVAL=2;UNTIL=20270103'), endDay: '2027-01-01' }
    expect(expandRecurrence(event, '2026-01-01', '2028-01-01').occurrences).toEqual([
      { start: '2026-12-30', end: '2027-01-01' },
      { start: '2027-01-01', end: '2027-01-03' },
      { start: '2027-01-03', end: '2027-01-05' },
    ])
    expect(daysOf(whole('2024-02-29', 'FREQ=YEARLY'), '2024-01-01', '2033-01-01')).toEqual([
      '2024-02-29',
      '2028-02-29',
      '2032-02-29',
    ])
  })

  it('of local clocks stays local; UNTIL cuts by the hour', () => {
    const event = {
      ...bare,
      localStart: '2026-03-01T09:00:00',
      localEnd: '2026-03-01T10:30:00',
      rule: 'FREQ=DAILY;UNTIL=20260302T085959',
    }
    expect(expandRecurrence(event, '2026-01-01', '2027-01-01').occurrences).toEqual([
      { start: '2026-03-01T09:00:00', end: '2026-03-01T10:30:00' },
    ])
  })

  it('that cannot be expanded says so, and keeps its own start', () => {
    const own = { occurrences: [{ start: '2026-03-01', end: '2026-03-02' }] }
    expect(expandRecurrence(whole('2026-03-01', 'FREQ=HOURLY'), '2026-01-01', '2027-01-01')).toEqual({
      ...own,
      unexpanded: 'rule',
    })
    expect(
      expandRecurrence(whole('2026-03-01', 'FREQ=YEARLY;BYWEEKNO=20'), '2026-01-01', '2027-01-01'),
    ).toEqual({
      ...own,
      unexpanded: 'rule',
    })
    const { timeZone: _, ...unruled } = weekly
    expect(expandRecurrence(unruled, '2026-01-01', '2027-01-01')).toMatchObject({
      unexpanded: 'zone',
      occurrences: [{}],
    })
    const many = expandRecurrence(whole('2000-01-01', 'FREQ=DAILY'), '2000-01-01', '2100-01-01')
    expect(many).toMatchObject({ unexpanded: 'bounds' })
    expect(many.occurrences).toHaveLength(2000)
    expect(expandRecurrence(bare, '2026-01-01', '2027-01-01')).toEqual({ occurrences: [] })
  })

  it('that never comes again ends soon', () => {
    const start = process.cpuUsage()
    const never = whole('1970-01-31', 'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2')
    expect(daysOf(never, '2026-01-01', '9999-01-01')).toEqual([])
    expect(daysOf(whole('1970-01-01', 'FREQ=DAILY;COUNT=999999'), '2026-01-01', '2026-01-03')).toHaveLength(2)
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000)
  })

  it('comes on the days that say so, and on no other', () => {
    const first = fc.integer({ min: dayNumber(2020, 1, 1), max: dayNumber(2026, 1, 1) })
    const weekday = fc.uniqueArray(fc.constantFrom<string[]>('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), {
      minLength: 1,
    })
    const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
    const [from, to] = [dayNumber(2025, 6, 1), dayNumber(2026, 6, 1)]
    const range = Array.from({ length: to - from }, (_, index) => from + index)
    const given = (day: number, rule: string): string[] =>
      daysOf(whole(isoDay(day), rule), isoDay(from), isoDay(to))
    fc.assert(
      fc.property(first, fc.integer({ min: 1, max: 9 }), weekday, (day, interval, days) => {
        const monday = day - weekdayOf(day)
        const isRight = (it: number): boolean =>
          it === day ||
          (it > day &&
            days.includes(names[weekdayOf(it)] ?? '') &&
            Math.floor((it - monday) / 7) % interval === 0)
        const rule = `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days}`
        expect(given(day, rule)).toEqual(range.filter(isRight).map(isoDay))
      }),
      { numRuns: 60 },
    )
    const date = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(first, fc.integer({ min: 1, max: 9 }), date, (day, interval, dates) => {
        const months = (it: number): number => civilDay(it).year * 12 + civilDay(it).month
        const isRight = (it: number): boolean =>
          it === day ||
          (it > day && dates.includes(civilDay(it).date) && (months(it) - months(day)) % interval === 0)
        const rule = `FREQ=MONTHLY;INTERVAL=${interval};BYMONTHDAY=${dates}`
        expect(given(day, rule)).toEqual(range.filter(isRight).map(isoDay))
      }),
      { numRuns: 60 },
    )
  })
})
