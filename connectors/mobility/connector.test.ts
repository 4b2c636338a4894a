import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTrip, readValidation, type Trip } from '#vocab/generated/mobility'
import { planImport } from '../runner/plan.ts'
import { contract } from '../testing/contract.ts'
import { recordsOf } from '../testing/plan-reading.ts'
import { mobility } from './connector.ts'
import { mobilitySample, ticketsSample } from './sample.ts'

const folder = new URL('.', import.meta.url)
const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, folder))
const csv = (...rows: string[]): Buffer =>
  Buffer.from(['Date;Heure;Mode;Ligne;Arrêt', ...rows, ''].join('\n'))
const tap = (day: string, time = '08:12'): string => `${day};${time};Métro;C;Croix-Rousse`
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 1))
const gpx = (inside: string): Buffer =>
  Buffer.from(`<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">\n${inside}\n</gpx>\n`)
const segment = (more: object): Buffer =>
  json({
    semanticSegments: [
      { startTime: '2026-06-15T08:12:30+02:00', endTime: '2026-06-15T08:31:00+02:00', ...more },
    ],
  })
const bike = (more: object): object => ({
  id: 1,
  startTime: '2026-06-15T08:00:00Z',
  endTime: '2026-06-15T08:20:00Z',
  bikeType: 'MECHANICAL',
  ...more,
})

const station = (name: string): object => ({ '@type': 'TrainStation', name })
const leg = {
  '@type': 'TrainTrip',
  departureStation: station('LYON PART DIEU'),
  departureTime: '2026-05-01T08:04:00',
  arrivalStation: station('GRENOBLE'),
  trainNumber: '17611',
}
const ticket = (more: object, trip: object = {}): object => ({
  '@context': 'http://schema.org',
  '@type': 'TrainReservation',
  reservationNumber: 'ABCDEF',
  reservationFor: { ...leg, ...trip },
  ...more,
})

contract({
  connector: mobility,
  folder,
  fixtures: [
    'sncf_one-leg-single-tgv.txt.json',
    'ticket-barcode-two-leg.txt.json',
    '20241217-ter-ticket.bin.json',
    'tour.gpx',
    'empty_ele.gpx',
    'Timeline.json',
    'location-history.json',
    'trips-v5.json',
    'validations.csv',
  ],
  overlap: {
    first: csv(tap('2026-03-02'), tap('2026-03-03')),
    second: csv(tap('2026-03-03'), tap('2026-04-01'), tap('2026-04-02')),
    added: 2,
  },
  correction: {
    before: json([ticket({ totalPrice: 31.3, priceCurrency: 'EUR' })]),
    after: json([
      ticket({
        totalPrice: 31.3,
        priceCurrency: 'EUR',
        reservationStatus: 'http://schema.org/ReservationCancelled',
      }),
    ]),
  },
  // Two travellers with one card.
  twins: { file: csv(tap('2026-03-02'), tap('2026-03-02'), tap('2026-03-02', '08:13')), records: 3 },
  refused: [
    { name: 'a track whose points are nowhere', bytes: fixture('bad.gpx'), code: 'bad-field', line: 5 },
    {
      name: 'a track without times',
      bytes: gpx('<trk><trkseg><trkpt lat="45" lon="4"/><trkpt lat="45" lon="5"/></trkseg></trk>'),
      code: 'missing-field',
      line: 2,
    },
    {
      name: 'a track that goes back in time',
      bytes: gpx(
        '<trk><trkseg><trkpt lat="45" lon="4"><time>2026-03-29T08:00:00Z</time></trkpt>\n<trkpt lat="45" lon="5"><time>2026-03-29T07:00:00Z</time></trkpt></trkseg></trk>',
      ),
      code: 'contradiction',
      line: 2,
    },
    {
      name: 'a track in local time',
      bytes: gpx(
        '<trk><trkseg>\n<trkpt lat="45" lon="4"><time>2026-03-29T08:00:00</time></trkpt></trkseg></trk>',
      ),
      code: 'bad-field',
      line: 3,
    },
    {
      name: 'a planned route',
      bytes: gpx('<rte><rtept lat="45" lon="4"/></rte>'),
      code: 'unsupported',
      line: 1,
    },
    { name: 'a cut track', bytes: fixture('tour.gpx').subarray(0, 900), code: 'truncated' },
    {
      name: 'a track with entities',
      bytes: Buffer.from('<?xml version="1.0"?>\n<gpx>&lol;</gpx>'),
      code: 'malformed',
      line: 2,
    },
    {
      name: 'a track that defines entities',
      bytes: Buffer.from(
        '<?xml version="1.0"?>\n<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><gpx>&b;</gpx>',
      ),
      code: 'unknown-layout',
      line: 1,
    },
    {
      name: 'a track within a track, a hundred times',
      bytes: gpx('<trk>'.repeat(100)),
      code: 'malformed',
      line: 2,
    },
    {
      name: 'a row beyond 64 KiB',
      bytes: csv(tap('2026-03-02'), 'x'.repeat(70_000)),
      code: 'too-long',
      line: 3,
    },
    {
      name: 'a hotel',
      bytes: json([ticket({ '@type': 'LodgingReservation' })]),
      code: 'unsupported',
      line: 2,
    },
    {
      name: 'a ticket without a destination',
      bytes: json([ticket({}, { arrivalStation: undefined })]),
      code: 'missing-field',
      line: 2,
    },
    {
      name: 'a price without a currency',
      bytes: json([ticket({ totalPrice: 31.3 })]),
      code: 'missing-field',
      line: 2,
    },
    {
      name: 'a price with a third decimal',
      bytes: json([ticket({ totalPrice: 31.305, priceCurrency: 'EUR' })]),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'one leg that leaves at two times',
      bytes: json([ticket({}), ticket({}, { departureTime: '2026-05-01T08:09:00' })]),
      code: 'contradiction',
    },
    {
      name: 'a journey that ends before it begins',
      bytes: segment({ endTime: '2026-06-15T08:31:00+05:00', activity: {} }),
      code: 'bad-field',
    },
    {
      name: 'a journey of local times',
      bytes: segment({ startTime: '2026-06-15T08:12:30', activity: {} }),
      code: 'bad-field',
    },
    {
      name: 'a journey from nowhere',
      bytes: segment({ activity: { start: { latLng: '145.1°, 4.2°' } } }),
      code: 'bad-field',
    },
    {
      name: 'a journey of a distance in words',
      bytes: segment({ activity: { distanceMeters: '3 km' } }),
      code: 'bad-field',
    },
    {
      name: 'a bike trip without a reference',
      bytes: json([bike({ id: null })]),
      code: 'missing-field',
      line: 2,
    },
    {
      name: 'one bike trip said in two ways',
      bytes: json([bike({}), bike({ endTime: '2026-06-15T08:21:00Z' })]),
      code: 'contradiction',
      line: 8,
    },
    {
      name: 'a bike trip that half knows its offset',
      bytes: json([bike({ endTime: '2026-06-15T08:21:00' })]),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'a validation in the hour that March skips',
      bytes: csv(tap('29/03/2026', '02:30')),
      code: 'bad-field',
      line: 2,
    },
    { name: 'a validation on the 31st of April', bytes: csv(tap('31/04/2026')), code: 'bad-field', line: 2 },
    { name: 'a validation in the American order', bytes: csv(tap('03/31/2026')), code: 'bad-field', line: 2 },
    {
      name: 'a validation at 25:00',
      bytes: csv(tap('2026-03-02'), tap('2026-03-02', '25:00')),
      code: 'bad-field',
      line: 3,
    },
    {
      name: 'a validation with a cell too many',
      bytes: csv(`${tap('2026-03-02')};x`),
      code: 'malformed',
      line: 2,
    },
    { name: 'a row that is cut', bytes: csv(tap('2026-03-02'), '2026-03-02;08'), code: 'truncated', line: 3 },
    { name: 'a list without rows', bytes: csv(), code: 'empty' },
    {
      name: 'a stop beyond bounds',
      bytes: csv(`2026-03-02;08:12;Bus;C3;${'x'.repeat(301)}`),
      code: 'too-long',
      line: 2,
    },
  ],
  secrets: ['TOULOUSE MATABIAU', 'XXX007', '2018-07-15T17:50:00', '6857'],
})

const context = {
  container: 'https://pod.example/alice/data/mobility/reseau/',
  partner: 'https://reseau.example/card#me',
  at: new Date('2026-11-02T08:00:00Z'),
}
const tripsOf = async (bytes: Uint8Array): Promise<Trip[]> =>
  recordsOf(await planImport(mobility, bytes, context)).flatMap((node) => readTrip(node) ?? [])

describe('the mobility connector', () => {
  it('counts those who travel along, once each, and keeps a price that is told once', async () => {
    const family = [1, 2, 2, 3].map((number) => ticket({ reservedTicket: { ticketNumber: number } }))
    const priced = { ...family[0], totalPrice: '62.60', priceCurrency: 'EUR' }
    const [trip, ...more] = await tripsOf(json([priced, ...family.slice(1)]))
    expect(more).toEqual([])
    expect(trip).toMatchObject({ travellers: 3, amountCents: 6260, currency: 'EUR', status: 'booked' })
  })

  it('keeps no price that two legs of a booking repeat: it may be told twice', async () => {
    const price = { totalPrice: 62.6, priceCurrency: 'EUR' }
    const trips = await tripsOf(json([ticket(price), ticket(price, { trainNumber: '5000' })]))
    expect(trips.map(({ amountCents }) => amountCents)).toEqual([undefined, undefined])
  })

  it('writes no booking reference, no name, no bar code', async () => {
    const { documents } = await planImport(mobility, fixture('ticket-barcode-two-leg.txt.json'), context)
    const written = documents.map(({ patch }) => patch).join()
    expect(written).toContain('CHGVA')
    for (const secret of ['XXX007', 'DOE', 'JOHN', 'aztec', '123456789'])
      expect(written).not.toContain(secret)
  })

  it('takes a booking that is not confirmed for none', async () => {
    const pending = ticket({ reservationStatus: 'https://schema.org/ReservationPending' })
    const plan = await planImport(mobility, json([pending, ticket({}, { trainNumber: '1' })]), context)
    expect(plan.records).toBe(1)
    expect(plan.notices.map(({ code, count }) => [code, count])).toEqual([['pending', 1]])
  })

  it('measures a track from point to point, not across the gap between its segments', async () => {
    const [tour] = await tripsOf(fixture('tour.gpx'))
    // 776 m east, then 776 m west and 1,112 m south: the 1,112 m north were not recorded.
    expect(tour?.distanceMetres).toBeGreaterThan(2640)
    expect(tour?.distanceMetres).toBeLessThan(2680)
    expect(tour?.name).toBe('Le tour du parc')
  })

  it('leaves no place in the pod where the phone stayed', async () => {
    const { documents, notices } = await planImport(mobility, fixture('Timeline.json'), context)
    const written = documents.map(({ patch }) => patch).join()
    for (const secret of ['45.7748', 'HOME', 'lieu-invente']) expect(written).not.toContain(secret)
    expect(notices.map(({ code, count }) => [code, count])).toEqual([['visit', 1]])
  })

  it('reads a year of validations and of tickets in little time', async () => {
    const start = process.cpuUsage()
    const plan = await planImport(mobility, mobilitySample({ seed: 1, year: 2025 }), context)
    const validations = recordsOf(plan).flatMap((node) => readValidation(node) ?? [])
    expect(validations.length).toBe(plan.rows)
    expect(validations.length).toBeGreaterThan(400)
    expect(validations.every(({ validatedAt }) => validatedAt !== undefined)).toBe(true)
    const trips = await tripsOf(ticketsSample({ seed: 1, year: 2025 }))
    expect(trips).toHaveLength(16)
    expect(trips.every(({ amountCents = 0, travellers = 0 }) => amountCents > 0 && travellers > 0)).toBe(true)
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000)
  })
})
