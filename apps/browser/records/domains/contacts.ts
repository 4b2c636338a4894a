import { type CalendarEvent, readCalendarEvent, readContact } from '#vocab/generated/contacts'
import { tb } from '#vocab/generated/terms'
import { localDay } from '#vocab/local-day'
import { dayName, timeOfDay } from '../../../shared/i18n/format.ts'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { joined, type Kind, kind } from '../summary.ts'

const words = {
  contacts: { fr: 'Contacts', en: 'Contacts' },
  events: { fr: 'Rendez-vous', en: 'Appointments' },
  event: { fr: 'Rendez-vous', en: 'Appointment' },
  born: { fr: (day: string) => `naissance le ${day}`, en: (day: string) => `born on ${day}` },
  repeats: { fr: 'se répète', en: 'repeats' },
  cancelled: { fr: 'annulé', en: 'cancelled' },
  tentative: { fr: 'à confirmer', en: 'to be confirmed' },
  confirmed: { fr: '', en: '' },
  wholeDay: { fr: 'toute la journée', en: 'all day' },
} satisfies Messages

const dayOf = ({ startDay, localStart, start }: CalendarEvent): string =>
  startDay ?? localStart?.slice(0, 10) ?? (start === undefined ? '' : localDay(Date.parse(start)))

function timeOf({ localStart, start }: CalendarEvent): string {
  if (start !== undefined) return timeOfDay(new Date(start))
  return localStart?.slice(11, 16) ?? t(words.wholeDay)
}

export const kinds: readonly Kind[] = [
  kind(tb.Event, words.events, readCalendarEvent, (it) => ({
    day: dayOf(it),
    words: () => ({
      title: it.name ?? t(words.event),
      detail: joined(
        it.location,
        it.rule === undefined ? '' : t(words.repeats),
        it.status && t(words[it.status]),
      ),
      value: dayOf(it) === '' ? '' : timeOf(it),
    }),
  })),
  kind(tb.Contact, words.contacts, readContact, (it) => {
    const phones = [...it.mobilePhones, ...it.homePhones, ...it.workPhones, ...it.phones]
    return {
      day: '',
      words: () => ({
        title: it.name,
        detail: joined(
          it.organisation,
          phones[0],
          it.emails[0],
          it.birthday && t(words.born, dayName(it.birthday)),
        ),
        value: '',
      }),
    }
  }),
]
