import { capital, dayName, dayWithWeekday, kilowattHours, money } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { numberEnd } from '../../shared/pod/partner-name.ts'
import type { PodRecord } from '../../shared/pod/records.ts'
import { messages } from '../messages.ts'

/** A record as one row of its document's table. */
export interface Row {
  readonly what: string
  readonly detail: string
  readonly value: string
  readonly superseded: boolean
  /** Sorts newest first. */
  readonly order: string
}

export function rowOf({ kind, value, superseded }: PodRecord): Row {
  switch (kind) {
    case 'operation': {
      const { label, bookingDate, amountCents, currency } = value
      return {
        what: label,
        detail: dayName(bookingDate),
        value: money(amountCents, currency, { sign: true }),
        superseded,
        order: bookingDate,
      }
    }
    case 'curve':
      return {
        what: capital(dayWithWeekday(value.day)),
        detail: value.direction === 'production' ? t(messages.production) : '',
        value: kilowattHours(value.totalWh),
        superseded,
        order: value.day,
      }
    case 'account':
      return {
        what: t(messages.account),
        detail: value.name ?? '',
        value: `…${numberEnd(value.number)}`,
        superseded,
        order: '9999',
      }
    case 'balance':
      return {
        what: t(value.kind === 'available' ? messages.available : messages.balance, dayName(value.date)),
        detail: '',
        value: money(value.amountCents, value.currency),
        superseded,
        order: value.date,
      }
    case 'meter':
      return {
        what: t(messages.meter),
        detail: value.name ?? '',
        value: value.number === undefined ? '' : `…${numberEnd(value.number)}`,
        superseded,
        order: '9999',
      }
  }
}
