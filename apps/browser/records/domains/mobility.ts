import { readTrip, readValidation, type Trip } from '#vocab/generated/mobility'
import { tb } from '#vocab/generated/terms'
import { money, timeOfDay } from '../../../shared/i18n/format.ts'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { distance, duration } from '../quantities.ts'
import { joined, type Kind, kind } from '../summary.ts'

const words = {
  trips: { fr: 'Trajets', en: 'Trips' },
  validations: { fr: 'Validations', en: 'Ticket validations' },
  trip: { fr: 'Trajet', en: 'Trip' },
  validation: { fr: 'Validation', en: 'Ticket validated' },
  fromTo: {
    fr: (from: string, to: string) => `${from} → ${to}`,
    en: (from: string, to: string) => `${from} → ${to}`,
  },
  train: { fr: 'train', en: 'train' },
  subway: { fr: 'métro', en: 'metro' },
  tram: { fr: 'tramway', en: 'tram' },
  bus: { fr: 'bus', en: 'bus' },
  bike: { fr: 'vélo', en: 'bike' },
  walk: { fr: 'à pied', en: 'on foot' },
  car: { fr: 'voiture', en: 'car' },
  plane: { fr: 'avion', en: 'plane' },
  boat: { fr: 'bateau', en: 'boat' },
  other: { fr: 'autre', en: 'other' },
  booked: { fr: 'réservé', en: 'booked' },
  cancelled: { fr: 'annulé', en: 'cancelled' },
  recorded: { fr: '', en: '' },
  guessed: { fr: 'deviné par l’appareil', en: 'guessed by the device' },
  line: { fr: (line: string) => `ligne ou train ${line}`, en: (line: string) => `line or train ${line}` },
} satisfies Messages

function titleOf({ departurePlace: from, arrivalPlace: to, name }: Trip): string {
  if (from !== undefined && to !== undefined) return t(words.fromTo, from, to)
  return name ?? from ?? to ?? t(words.trip)
}

function timesOf({ departureTime, arrivalTime, localDeparture }: Trip): string {
  if (departureTime !== undefined) {
    const took = arrivalTime === undefined ? 0 : (Date.parse(arrivalTime) - Date.parse(departureTime)) / 1000
    return joined(timeOfDay(new Date(departureTime)), took > 0 ? duration(took) : '')
  }
  return localDeparture?.slice(11, 16) ?? ''
}

export const kinds: readonly Kind[] = [
  kind(tb.Trip, words.trips, readTrip, (it) => ({
    day: it.day,
    words: () => ({
      title: titleOf(it),
      detail: joined(
        it.mode && t(words[it.mode]),
        timesOf(it),
        it.line && t(words.line, it.line),
        t(words[it.status]),
        it.amountCents === undefined || it.currency === undefined ? '' : money(it.amountCents, it.currency),
      ),
      value: it.distanceMetres === undefined ? '' : distance(it.distanceMetres),
    }),
  })),
  kind(tb.Validation, words.validations, readValidation, (it) => ({
    day: it.day,
    words: () => ({
      title: it.stop ?? t(words.validation),
      detail: joined(it.mode && t(words[it.mode]), it.line && t(words.line, it.line)),
      value:
        it.validatedAt === undefined
          ? (it.localValidation?.slice(11, 16) ?? '')
          : timeOfDay(new Date(it.validatedAt)),
    }),
  })),
]
