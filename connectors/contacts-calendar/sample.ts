import { seededRandom } from '../random.ts'

export interface CalendarSample {
  readonly seed: number
  readonly year: number
}

const given = [
  'Adèle',
  'Noé',
  'Inès',
  'Malik',
  'Jeanne',
  'Tomás',
  'Linh',
  'Bruno',
  'Aïssatou',
  'Zoé',
] as const
const family = ['Perrache', 'Valmy', 'Guillotière', 'Brotteaux', 'Serin', 'Vaise', 'Ainay', 'Mermoz'] as const
const streets = ['rue des Tisseurs inventés', 'montée Imaginaire', 'quai Supposé'] as const
const two = (number: number): string => String(number).padStart(2, '0')
const encode = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)

/** An invented household's address book: 60 cards, as vCard 3.0. The same seed gives the same bytes. */
export function contactsSample({ seed }: { readonly seed: number }): Uint8Array {
  const random = seededRandom(seed)
  const cards = Array.from({ length: 60 }, (_, index) => {
    const [first, last] = [random.pick(given), random.pick(family)]
    const number = `${two(random.between(0, 99))} ${two(random.between(0, 99))}`
    const birthday = `${random.between(1, 3) === 1 ? '1604' : random.between(1940, 2018)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
    return [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `UID:contact-${seed}-${index}`,
      `N:${last};${first};;;`,
      `FN:${first} ${last}`,
      `TEL;TYPE=CELL:06 39 98 ${number}`,
      ...(index % 3 === 0 ? [`EMAIL;TYPE=HOME:contact${index}@exemple.example`] : []),
      ...(index % 4 === 0 ? [`BDAY;X-APPLE-OMIT-YEAR=1604:${birthday}`] : []),
      ...(index % 5 === 0
        ? [`ADR;TYPE=HOME:;;${random.between(1, 90)} ${random.pick(streets)};Lyon;;69001;France`]
        : []),
      'END:VCARD',
    ]
  })
  return encode(cards.flat())
}

const weekly = [
  ['Judo', 'WE', '140000', '153000'],
  ['Chorale', 'TH', '193000', '213000'],
  ['Marché', 'SU', '093000', '103000'],
] as const
const appointments = ['Dentiste', 'Pédiatre', 'Réunion d’école', 'Dîner', 'Garage', 'Théâtre'] as const

/** The same household's year: three weekly dates, holidays, and some sixty appointments, as iCalendar. */
export function calendarSample({ seed, year }: CalendarSample): Uint8Array {
  const random = seededRandom(seed * 100_003 + year)
  const event = (uid: string, name: string, times: readonly string[]): string[] => [
    ...['BEGIN:VEVENT', `UID:${uid}-${seed}-${year}@exemple.example`, `DTSTAMP:${year}0101T080000Z`],
    ...times,
    ...[`SUMMARY:${name}`, 'END:VEVENT'],
  ]
  const at = (name: string, day: string, time: string): string => `${name};TZID=Europe/Paris:${day}T${time}`
  const repeated = weekly.map(([name, day, start, end], index) =>
    event(`semaine${index}`, name, [
      at('DTSTART', `${year}01${two(firstOf(year, day))}`, start),
      at('DTEND', `${year}01${two(firstOf(year, day))}`, end),
      `RRULE:FREQ=WEEKLY;BYDAY=${day};UNTIL=${year}1231T225959Z`,
    ]),
  )
  const single = Array.from({ length: 60 }, (_, index) => {
    const day = `${year}${two(1 + (index % 12))}${two(random.between(1, 28))}`
    const hour = random.between(8, 20)
    return event(`rendezvous${index}`, random.pick(appointments), [
      at('DTSTART', day, `${two(hour)}0000`),
      `DURATION:PT${random.pick([30, 45, 60, 90])}M`,
    ])
  })
  const holidays = event('vacances', 'Vacances d’été', [
    `DTSTART;VALUE=DATE:${year}0801`,
    `DTEND;VALUE=DATE:${year}0823`,
  ])
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Traboule//Exemple//FR']
  return encode([...head, ...repeated.flat(), ...single.flat(), ...holidays, 'END:VCALENDAR'])
}

/** The first such weekday of January. */
function firstOf(year: number, weekday: string): number {
  const wanted = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'].indexOf(weekday)
  return 1 + ((wanted - new Date(Date.UTC(year, 0, 1)).getUTCDay() + 7) % 7)
}
