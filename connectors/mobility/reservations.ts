import { ConnectorError } from '../errors.ts'
import { isJsonObject, type JsonObject, type JsonText } from '../formats/json.ts'
import { readCents } from '../money/amount.ts'
import { readCurrency } from '../money/currency.ts'
import { objectIn, stampIn, textIn } from './json-fields.ts'
import type { LeftOut, Mode, TripRow } from './rows.ts'
import { readIsoDay, type Stamp } from './stamp.ts'

type Line = number | undefined

/** What of a reservation is one leg of one traveller. */
interface Ticket {
  readonly booking: string
  readonly leg: string
  /** What tells this ticket from those of the others who travel along. */
  readonly holder: string
  readonly isCancelled: boolean
  readonly price: { readonly cents: number; readonly currency: string } | undefined
  readonly trip: Omit<TripRow, 'type' | 'key' | 'status' | 'sourceLine'>
  readonly line: Line
}

const kinds: Readonly<Record<string, readonly [mode: Mode, vehicle: string, from: string, to: string]>> = {
  TrainReservation: ['train', 'trainNumber', 'departureStation', 'arrivalStation'],
  BusReservation: ['bus', 'busNumber', 'departureBusStop', 'arrivalBusStop'],
}

/**
 * Reads train and bus reservations of schema.org, as KDE Itinerary writes them, into one trip a leg: the tickets of those who
 * travel along are counted. Names of travellers and bar codes are not looked at.
 *
 * @throws ConnectorError with the line.
 */
export function readReservations({ value, lineOf }: JsonText): (TripRow | LeftOut)[] {
  const items = Array.isArray(value) ? value : [value]
  const legs = new Map<string, [Ticket, ...Ticket[]]>()
  const priced = new Map<string, number>()
  const leftOut: LeftOut[] = []
  items.forEach((item, index) => {
    if (!isJsonObject(item)) throw new ConnectorError('malformed', { record: index + 1 })
    const line = lineOf.get(item)
    const status = (textIn(item, 'reservationStatus', line) ?? '').replace(/^https?:\/\/schema\.org\//, '')
    // What is not confirmed yet may never be.
    if (status === 'ReservationHold' || status === 'ReservationPending') {
      leftOut.push({ type: 'left-out', key: `pending/${index}`, why: 'pending' })
      return
    }
    if (!['', 'ReservationConfirmed', 'ReservationCancelled'].includes(status))
      throw new ConnectorError('unsupported', { line, field: 'reservationStatus' })
    const ticket = readTicket(item, line, status === 'ReservationCancelled')
    if (ticket.price !== undefined) priced.set(ticket.booking, (priced.get(ticket.booking) ?? 0) + 1)
    const key = `${ticket.booking}/${ticket.leg}`
    const others = legs.get(key)
    if (others === undefined) legs.set(key, [ticket])
    else others.push(ticket)
  })
  return [...[...legs.values()].map((tickets) => tripOf(tickets, priced)), ...leftOut]
}

function readTicket(item: JsonObject, line: Line, isCancelled: boolean): Ticket {
  const kind = kinds[textIn(item, '@type', line) ?? '']
  if (kind === undefined) throw new ConnectorError('unsupported', { line, field: '@type' })
  const [mode, vehicle, from, to] = kind
  const travel = objectIn(item, 'reservationFor', line)
  const departure = stampIn(travel, 'departureTime', line)
  const arrival = stampIn(travel, 'arrivalTime', line)
  const day = dayOf(travel, departure, line)
  const [departurePlace, arrivalPlace] = [from, to].map((field) => {
    const name = textIn(objectIn(travel, field, line), 'name', line)
    if (name === undefined) throw new ConnectorError('missing-field', { line, field })
    return name
  })
  const number = textIn(travel, vehicle, line)
  const ticket = objectIn(item, 'reservedTicket', line)
  const seat = objectIn(ticket, 'ticketedSeat', line)
  const holder = [
    textIn(ticket, 'ticketNumber', line),
    textIn(seat, 'seatSection', line),
    textIn(seat, 'seatNumber', line),
    textIn(objectIn(item, 'underName', line), 'name', line),
  ]
  return {
    booking: textIn(item, 'reservationNumber', line) ?? '',
    leg: [day, number, departurePlace, arrivalPlace].join('/'),
    holder: JSON.stringify(holder),
    isCancelled,
    price: priceIn(item, line) ?? priceIn(ticket, line),
    trip: {
      day,
      mode,
      departurePlace,
      arrivalPlace,
      line: number,
      departureTime: departure?.instant,
      localDeparture: departure?.local,
      arrivalTime: arrival?.instant,
      localArrival: arrival?.local,
    },
    line,
  }
}

function dayOf(travel: JsonObject, departure: Stamp | undefined, line: Line): string {
  const said = textIn(travel, 'departureDay', line)
  const day = said === undefined ? departure?.day : readIsoDay(said)
  if (day !== undefined) return day
  throw new ConnectorError(said === undefined ? 'missing-field' : 'bad-field', {
    line,
    field: 'departureDay',
  })
}

function priceIn(object: JsonObject, line: Line): Ticket['price'] {
  const text = textIn(object, 'totalPrice', line)
  if (text === undefined) return undefined
  const cents = readCents(text)
  if (cents === undefined || cents < 0) throw new ConnectorError('bad-field', { line, field: 'totalPrice' })
  const currency = readCurrency(textIn(object, 'priceCurrency', line) ?? '')
  if (currency === undefined) throw new ConnectorError('missing-field', { line, field: 'priceCurrency' })
  return { cents, currency }
}

function tripOf(tickets: readonly [Ticket, ...Ticket[]], priced: ReadonlyMap<string, number>): TripRow {
  const kept = tickets.filter(({ isCancelled }) => !isCancelled)
  const [first] = tickets
  for (const { trip, line } of tickets)
    if (JSON.stringify(trip) !== JSON.stringify(first.trip))
      throw new ConnectorError('contradiction', { line })
  const counted = kept.length === 0 ? tickets : kept
  // A total that several legs or tickets repeat cannot be told from one that each of them costs.
  const price =
    priced.get(first.booking) === 1 ? tickets.find((it) => it.price !== undefined)?.price : undefined
  return {
    type: 'trip',
    key: `ticket/${first.leg}`,
    booking: first.booking,
    status: kept.length === 0 ? 'cancelled' : 'booked',
    ...first.trip,
    travellers: new Set(counted.map(({ holder }) => holder)).size,
    amountCents: price?.cents,
    currency: price?.currency,
    sourceLine: first.line,
  }
}
