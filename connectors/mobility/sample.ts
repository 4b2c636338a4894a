import { type Random, seededRandom } from '../random.ts'
import { localDay } from '../time/paris-time.ts'

export interface MobilitySample {
  readonly seed: number
  readonly year: number
}

type Tap = readonly [mode: string, line: string, stop: string]
const home: Tap = ['Métro', 'C', 'Croix-Rousse']
const work: Tap = ['Métro', 'B', 'Gare Part-Dieu']
const outings: readonly [Tap, ...Tap[]] = [
  ['Tramway', 'T1', 'Confluence'],
  ['Bus', 'C3', 'Laurent Bonnevay'],
  ['Métro', 'D', 'Vieux Lyon'],
  ['Funiculaire', 'F2', 'Fourvière'],
]
const two = (number: number): string => String(number).padStart(2, '0')

/**
 * An invented commuter's year of validations, as a CSV with semicolons: to work and back on weekdays, an outing now and
 * then, sometimes for two with one card. The same arguments give the same bytes.
 */
export function mobilitySample({ seed, year }: MobilitySample): Uint8Array {
  const random = seededRandom(seed * 100_003 + year)
  const rows = ['Date;Heure;Mode;Ligne;Arrêt;Titre']
  for (const day of daysOf(year)) {
    const date = day.split('-').reverse().join('/')
    const tap = (hour: number, [mode, line, stop]: Tap): string =>
      `${date};${two(hour)}:${two(random.between(0, 59))};${mode};${line};${stop};Abonnement annuel`
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    const works = weekday > 0 && weekday < 6 && !day.startsWith(`${year}-08`) && random.between(1, 12) > 1
    if (works) rows.push(tap(8, home), tap(random.between(17, 18), work))
    if (random.between(1, 4) === 1) {
      const outing = tap(20, random.pick(outings))
      rows.push(outing, ...(random.between(1, 5) === 1 ? [outing] : []))
    }
  }
  return new TextEncoder().encode(`\ufeff${rows.join('\r\n')}\r\n`)
}

const stations = ['PARIS GARE DE LYON', 'GRENOBLE', 'MARSEILLE ST CHARLES', 'ANNECY'] as const

/** The same person's train tickets of the year: some eight return journeys, for one to four, each with its price. */
export function ticketsSample({ seed, year }: MobilitySample): Uint8Array {
  const random = seededRandom(seed * 200_003 + year)
  const reservations = [1, 2, 4, 5, 7, 8, 10, 12].flatMap((month) => {
    const place = random.pick(stations)
    const first = random.between(1, 20)
    return [
      ...tickets(random, `${year}-${two(month)}-${two(first)}`, 'LYON PART DIEU', place),
      ...tickets(
        random,
        `${year}-${two(month)}-${two(first + random.between(1, 7))}`,
        place,
        'LYON PART DIEU',
      ),
    ]
  })
  return new TextEncoder().encode(`${JSON.stringify(reservations, null, 2)}\n`)
}

function tickets(random: Random, day: string, from: string, to: string): object[] {
  const travellers = random.pick([1, 1, 2, 4])
  const [hour, length, train] = [random.between(6, 19), random.between(1, 3), random.between(5000, 9999)]
  const cents = travellers * random.between(1500, 7900)
  const reference = Array.from({ length: 6 }, () => random.pick(['A', 'B', 'C', 'D', 'E', 'F'])).join('')
  return Array.from({ length: travellers }, (_, index) => ({
    '@context': 'http://schema.org',
    '@type': 'TrainReservation',
    reservationFor: {
      '@type': 'TrainTrip',
      departureStation: { '@type': 'TrainStation', name: from },
      departureTime: `${day}T${two(hour)}:04:00`,
      arrivalStation: { '@type': 'TrainStation', name: to },
      arrivalTime: `${day}T${two(hour + length)}:30:00`,
      trainNumber: String(train),
    },
    reservationNumber: reference,
    reservationStatus: 'http://schema.org/ReservationConfirmed',
    reservedTicket: { '@type': 'Ticket', ticketNumber: String(100_000_000 + train * 10 + index) },
    // The booking's, told once.
    ...(index === 0 ? { totalPrice: cents / 100, priceCurrency: 'EUR' } : {}),
  }))
}

function daysOf(year: number): string[] {
  const noon = Date.UTC(year, 0, 1, 12)
  const count = (Date.UTC(year + 1, 0, 1, 12) - noon) / 86_400_000
  return Array.from({ length: count }, (_, index) => localDay(noon + index * 86_400_000))
}
